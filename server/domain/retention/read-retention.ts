import { z } from "zod";
import type { Work } from "@/server/db/work";
import { isStale } from "@/server/domain/retention/retention-night";
import { retentionRules } from "@/server/vocabulary/retention";

const Row = z.object({
  name: z.string(),
  begunAt: z.date().nullable(),
  isDone: z.boolean(),
  removed: z.number(),
});

const Service = z.object({ isOld: z.boolean() });

export interface RemovedRows {
  readonly what: string;
  readonly keptDays: number;
  readonly removed: number;
}

/** How the nightly removal of what is old went. */
export interface RetentionState {
  /** Null where it never ran. */
  readonly begunAt: Date | null;
  readonly isUnderWay: boolean;
  /** It has not begun for two days, or goes on for so long. */
  readonly isStale: boolean;
  /** In the turn that is under way or was last, by rule. */
  readonly rows: readonly RemovedRows[];
}

/** When it last ran and what it removed: names of rules and counts, of nobody. */
export async function readRetention({ tx, now }: Work): Promise<RetentionState> {
  const found: unknown = await tx.$queryRaw`
    select name, begun_at as "begunAt", done_at is not null as "isDone", removed from retention order by place`;
  const rows = z.array(Row).parse(found);
  const begunAt = rows.find((row) => row.begunAt !== null)?.begunAt ?? null;
  return {
    begunAt,
    isUnderWay: begunAt !== null && rows.some(({ isDone }) => !isDone),
    isStale: begunAt === null ? await hasServedForDays({ tx, now }) : isStale(begunAt, now),
    rows: retentionRules.map(({ name, what, days }) => ({
      what,
      keptDays: days,
      removed: rows.find((row) => row.name === name)?.removed ?? 0,
    })),
  };
}

/** A service that never removed anything and is older than two days: by its own heartbeat. */
async function hasServedForDays({ tx, now }: Pick<Work, "tx" | "now">): Promise<boolean> {
  const rows: unknown[] = await tx.$queryRaw`
    select exists (select from proof_day
      where day < (${now}::timestamptz at time zone 'Europe/London')::date - 2) as "isOld"`;
  return Service.parse(rows[0]).isOld;
}
