import { z } from "zod";
import type { Work } from "@/server/db/work";

/** An authority whose newest list is older has a list that is stale. */
export const staleAfterMilliseconds = 2 * 24 * 60 * 60 * 1_000;

const Row = z.object({
  newest_beat_at: z.date().nullable(),
  authorities: z.number(),
  stale_lists: z.number(),
});

/** Whether the service can do its work: are workers alive, and how fresh is the register. */
export interface Condition {
  /** Undefined where no worker has ever run. */
  readonly secondsSinceWorkerBeat: number | undefined;
  readonly authorities: number;
  /** Authorities whose list is older than two days, or never came. */
  readonly staleLists: number;
}

/** Reads the condition in one cheap query. */
export async function readCondition({ tx, now }: Work): Promise<Condition> {
  const staleBefore = new Date(now.getTime() - staleAfterMilliseconds);
  const rows: unknown[] = await tx.$queryRaw`
    select (select max(beat_at) from worker_heartbeat) as newest_beat_at,
      count(*)::int as authorities,
      count(*) filter (where coalesce(last_received_at, '-infinity') < ${staleBefore})::int as stale_lists
    from organisation left join register_state on register_state.authority_id = organisation.id
    where organisation.kind = 'authority'`;
  const row = Row.parse(rows[0]);

  return {
    secondsSinceWorkerBeat: row.newest_beat_at ? secondsBetween(row.newest_beat_at, now) : undefined,
    authorities: row.authorities,
    staleLists: row.stale_lists,
  };
}

/** Never negative: the clocks of two machines differ a little. */
function secondsBetween(earlier: Date, later: Date): number {
  return Math.max(0, (later.getTime() - earlier.getTime()) / 1_000);
}
