import { z } from "zod";
import type { Work } from "@/server/db/work";
import { isTurnDue } from "@/server/domain/retention/retention-night";

/** So many rows that lead are looked at in one transaction: some tenths of a second, with what hangs on them. */
const mostRows = 1_000;

const Turn = z.object({ begunAt: z.date().nullable(), isUnderWay: z.boolean(), at: z.date() });
const Begun = z.object({ hasBegun: z.boolean() });

/**
 * Does the next small step of the night's removal of what is old, or begins it if it is time; tells whether more is to be
 * done now. Every step stands for itself: broken off between two of them, the turn goes on where it was. What may leave, and
 * when, the database decides; it puts the counts on record.
 */
export async function removeOld(work: Work, most = mostRows): Promise<{ readonly isDone: boolean }> {
  const rows: unknown[] = await work.tx.$queryRaw`
    select max(begun_at) as "begunAt",
      bool_or(done_at is null and begun_at is not null) as "isUnderWay",
      -- The database takes no time ahead of its own: by a clock that is, a night would begin again and again.
      least(${work.now}::timestamptz, clock_timestamp()) as at from retention`;
  const { begunAt, isUnderWay, at } = Turn.parse(rows[0]);
  if (!isUnderWay && !(isTurnDue(begunAt, at) && (await begin(work)))) return { isDone: true };

  const steps: unknown[] = await work.tx.$queryRaw`
    select name from lantern_forget(${work.now}::timestamptz, ${most}::int)`;
  return { isDone: steps.length === 0 };
}

/** False while figures of a day whose facts would leave have yet to be counted: a later look begins then. */
async function begin({ tx, now }: Work): Promise<boolean> {
  const rows: unknown[] = await tx.$queryRaw`
    select lantern_begin_forgetting(${now}::timestamptz) as "hasBegun"`;
  return Begun.parse(rows[0]).hasBegun;
}
