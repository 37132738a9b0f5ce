import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { ringFeed } from "@/server/domain/register/delivery/feeds-channel";
import { findOwnFeed } from "@/server/domain/register/delivery/find-own-feed";
import { isUnsettled } from "@/server/vocabulary/feed-state";
import type { FeedId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** A named person decides against a list that was not applied: nothing is changed, and its number is free again. */
export async function discardDelivery(work: Work, feedId: FeedId): Promise<void> {
  const feed = await findOwnFeed(work, feedId);
  if (feed.state === "discarded") return;
  if (!isUnsettled(feed.state)) {
    throw new Refusal("conflict", "This list can no longer be discarded. Look again.");
  }
  const name = work.actor.name;
  await work.tx.$executeRaw`
    update feed set state = 'discarded', state_reason = ${`${name} decided not to apply it.`}
    where id = ${feedId}::uuid`;
  await recordAudit(work, {
    action: "register:correct",
    outcome: "done",
    detail: "discarded",
    concerns: feedId,
  });
  await ringFeed(work, feedId);
}
