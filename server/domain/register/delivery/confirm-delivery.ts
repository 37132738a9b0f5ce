import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { ringFeed } from "@/server/domain/register/delivery/feeds-channel";
import { findOwnFeed } from "@/server/domain/register/delivery/find-own-feed";
import type { FeedId } from "@/server/vocabulary/ids";
import { feedKey } from "@/server/vocabulary/job";
import { Refusal } from "@/server/vocabulary/refusal";

interface Confirmation {
  readonly feedId: FeedId;
  /** The version of the register that the figures were made with which the person saw. */
  readonly version: number;
}

/**
 * A named person's word that a list may be applied with the effect that they saw. It is applied by a worker; should
 * the register or the figures have changed by then, it is shown anew.
 */
export async function confirmDelivery(work: Work, { feedId, version }: Confirmation): Promise<void> {
  const feed = await findOwnFeed(work, feedId);
  if (feed.state !== "review" && feed.state !== "held") {
    throw new Refusal("conflict", "This list no longer waits for a confirmation. Look again.");
  }
  if (feed.comparedVersion !== version) {
    throw new Refusal("conflict", "The figures have changed since you looked. Look again, then confirm.");
  }
  const personId = work.actor.kind === "person" ? work.actor.personId : null;
  await work.tx.$executeRaw`
    update feed set state = 'received', state_reason = null, confirmed_version = ${version}::int,
      confirmed_by_id = ${personId}::uuid, confirmed_at = ${work.now}::timestamptz
    where id = ${feedId}::uuid`;
  await queueJob(work, {
    job: { kind: "take-in-feed", feedId },
    dueAt: work.now,
    uniqueKey: feedKey(feedId),
  });
  await recordAudit(work, {
    action: "register:correct",
    outcome: "done",
    detail: "confirmed",
    concerns: feedId,
  });
  await ringFeed(work, feedId);
}
