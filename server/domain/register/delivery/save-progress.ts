import type { Work } from "@/server/db/work";
import { ringFeed } from "@/server/domain/register/delivery/feeds-channel";
import { feedStates, isUnsettled, type FeedState } from "@/server/vocabulary/feed-state";
import type { FeedId } from "@/server/vocabulary/ids";

interface FeedProgress {
  readonly rowsRead?: number;
  readonly rowsToTrace?: number;
  readonly rowsTraced?: number;
}

/** Says how far a delivery has come, for the page that shows it live. */
export async function saveProgress(
  work: Work,
  feedId: FeedId,
  { rowsRead, rowsToTrace, rowsTraced }: FeedProgress,
): Promise<void> {
  await work.tx.$executeRaw`
    update feed set rows_read = coalesce(${rowsRead ?? null}::int, rows_read),
      rows_to_trace = coalesce(${rowsToTrace ?? null}::int, rows_to_trace),
      rows_traced = coalesce(${rowsTraced ?? null}::int, rows_traced),
      state = case when ${rowsToTrace ?? null}::int is not null and state in ('received', 'waiting') then 'tracing'
        else state end
    where id = ${feedId}::uuid`;
  await ringFeed(work, feedId);
}

interface Standstill {
  readonly state: Extract<FeedState, "waiting" | "unreadable" | "replaced">;
  /** Why, and what to do, in plain words. */
  readonly reason: string;
}

const answerOf = { waiting: "CPF05", unreadable: "CPF01", replaced: null } as const;

const unsettled = feedStates.filter(isUnsettled);

/**
 * A delivery goes no further, for now or for good. False, and nothing is changed, where it may not be applied any more:
 * a person has discarded it meanwhile, or another took its place, and it must not come back.
 */
export async function stopDelivery(
  work: Work,
  feedId: FeedId,
  { state, reason }: Standstill,
): Promise<boolean> {
  const stopped = await work.tx.$executeRaw`
    update feed set state = ${state}, state_reason = ${reason}, file_answer = ${answerOf[state]}
    where id = ${feedId}::uuid and state = any (${unsettled}::text[])`;
  if (stopped === 0) return false;
  await ringFeed(work, feedId);
  return true;
}
