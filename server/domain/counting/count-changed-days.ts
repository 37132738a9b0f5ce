import { z } from "zod";
import type { Work } from "@/server/db/work";
import { countDay } from "@/server/domain/counting/count-day";

const ChangedDay = z.object({
  day: z.string(),
  facts: z.enum(["lookups", "alerts", "reports", "list-work"]),
});
type ChangedDay = z.infer<typeof ChangedDay>;

/** A turn that is not done in 15 seconds is undone and begins again: of all England these take two, alone. */
const fewDays = 3;

/**
 * Counts the days whose facts have changed, the newest first, so many at the most; tells whether any are left. What is
 * committed while it counts keeps its mark for the next time. Figures are as new as the last run that left none.
 */
export async function countChangedDays(work: Work, most = fewDays): Promise<{ readonly isDone: boolean }> {
  await oneAtATime(work);
  await leaveClosedDays(work);
  const changed = await takeMarks(work, most);
  for (const { day, facts } of changed) await countDay[facts](work, day);

  const isDone = changed.length < most;
  if (isDone) await rememberCountedAt(work);
  return { isDone };
}

/** Two workers who replaced the same day at once would both leave their rows. */
async function oneAtATime({ tx }: Work): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('lantern figures', 0))`;
}

/**
 * Of these days facts have left, as old as they are kept: what was counted of them stays as it is. Closing days waits for
 * whoever counts and the other way round, so that nobody counts a day that has just been closed.
 */
async function leaveClosedDays({ tx }: Work): Promise<void> {
  await tx.$executeRaw`delete from changed_day where day < lantern_facts_since()`;
}

async function takeMarks({ tx }: Work, most: number): Promise<ChangedDay[]> {
  const rows: unknown = await tx.$queryRaw`
    with taken as (delete from changed_day where (day, facts) in (
      select day, facts from changed_day group by day, facts order by day desc, facts limit ${most})
      returning day, facts)
    select distinct day::text as day, facts from taken order by day desc, facts`;
  return z.array(ChangedDay).parse(rows);
}

async function rememberCountedAt({ tx, now }: Work): Promise<void> {
  await tx.$executeRaw`
    insert into figures_state (name, counted_at) values ('figures', ${now})
    on conflict (name) do update set counted_at = excluded.counted_at`;
}
