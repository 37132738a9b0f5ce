import { z } from "zod";
import { clocksDifferMilliseconds, hastenJob, hastenKinds } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import type { TimetableEntry } from "@/server/jobs/timetable";
import { turnKey } from "@/server/vocabulary/job";

const Turn = z.object({ name: z.string(), lastBegunAt: z.date() });

/**
 * Queues what comes due by the clock. However many workers ask, exactly one begins each turn. A turn that nobody was
 * there to begin is not made up for: the next one is.
 */
export async function beginTurns(work: Work, timetable: readonly TimetableEntry[]): Promise<void> {
  const rows: unknown = await work.tx.$queryRaw`
    select name, last_begun_at as "lastBegunAt" from timetable`;
  const begun = new Map(
    z
      .array(Turn)
      .parse(rows)
      .map(({ name, lastBegunAt }) => [name, lastBegunAt]),
  );

  for (const { name, everySeconds, job } of timetable) {
    const lastBegunAt = begun.get(name);
    if (isTurnDue(lastBegunAt, everySeconds, work.now) && (await takeTurn(work, name, lastBegunAt))) {
      await hastenJob(work, { job, dueAt: work.now, uniqueKey: turnKey(name) });
      // What the clock that was ahead queued as due at once would otherwise wait until that time.
      if (wasPutBack(lastBegunAt, work.now))
        await hastenKinds(work, ["climb-alert", "send-notice", "deliver-webhook"]);
    }
  }
}

/** Whether the next turn is due, clocks that jump included: neither way does it stay away or come all the time. Pure. */
export function isTurnDue(lastBegunAt: Date | undefined, everySeconds: number, now: Date): boolean {
  if (lastBegunAt === undefined) return true;
  const sinceMilliseconds = now.getTime() - lastBegunAt.getTime();
  return sinceMilliseconds >= everySeconds * 1_000 || wasPutBack(lastBegunAt, now);
}

function wasPutBack(lastBegunAt: Date | undefined, now: Date): boolean {
  return lastBegunAt !== undefined && lastBegunAt.getTime() - now.getTime() > clocksDifferMilliseconds;
}

/** The turn belongs to the worker who still finds what it read; others who read the same come too late. */
async function takeTurn({ tx, now }: Work, name: string, lastBegunAt: Date | undefined): Promise<boolean> {
  const taken = await tx.$executeRaw`
    insert into timetable (name, last_begun_at) values (${name}, ${now})
    on conflict (name) do update set last_begun_at = excluded.last_begun_at
    where timetable.last_begun_at = ${lastBegunAt ?? null}::timestamptz`;
  return taken === 1;
}
