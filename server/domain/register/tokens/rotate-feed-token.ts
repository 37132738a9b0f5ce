import type { Work } from "@/server/db/work";
import { findOwnToken } from "@/server/domain/register/tokens/find-own-token";
import { writeToken, type IssuedToken } from "@/server/domain/register/tokens/issue-feed-token";
import { lockTokens } from "@/server/domain/register/tokens/lock-tokens";
import type { FeedTokenId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

interface Rotation {
  readonly tokenId: FeedTokenId;
  /** How long the old token goes on, so that nothing stands still while the system is told the new one. */
  readonly overlapDays: number;
}

const dayMilliseconds = 86_400_000;

/** Issues a successor under the same name; the old token opens the door until the overlap is over. */
export async function rotateFeedToken(work: Work, { tokenId, overlapDays }: Rotation): Promise<IssuedToken> {
  const { authorityId, label } = await findOwnToken(work, tokenId);
  const live = (await lockTokens(work, authorityId)).find((one) => one.tokenId === tokenId);
  if (live === undefined || live.expiresAt !== null) {
    throw new Refusal("conflict", "This token has been replaced or revoked already. Look again.");
  }
  const expiresAt = new Date(work.now.getTime() + overlapDays * dayMilliseconds);
  await work.tx.$executeRaw`
    update feed_token set expires_at = ${expiresAt}::timestamptz where id = ${tokenId}::uuid`;
  return writeToken(work, authorityId, label);
}
