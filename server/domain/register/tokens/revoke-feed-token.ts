import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { findOwnToken } from "@/server/domain/register/tokens/find-own-token";
import type { FeedTokenId } from "@/server/vocabulary/ids";

/** From now on the token opens nothing. A second time changes nothing. */
export async function revokeFeedToken(work: Work, tokenId: FeedTokenId): Promise<void> {
  await findOwnToken(work, tokenId);
  await work.tx.$executeRaw`
    update feed_token set revoked_at = ${work.now}::timestamptz where id = ${tokenId}::uuid and revoked_at is null`;
  await recordAudit(work, {
    action: "feed-token:manage",
    outcome: "done",
    detail: "revoked",
    concerns: tokenId,
  });
}
