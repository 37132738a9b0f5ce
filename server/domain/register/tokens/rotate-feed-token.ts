import type { Work } from "@/server/db/work";
import { findOwnToken } from "@/server/domain/register/tokens/find-own-token";
import { writeToken, type IssuedToken } from "@/server/domain/register/tokens/issue-feed-token";
import { lockTokens, refuseTooMany } from "@/server/domain/register/tokens/lock-tokens";
import type { FeedTokenId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** How many days an old token may go on: as briefly as the system that holds it can be told. */
export const overlaps: readonly number[] = [0, 1, 7];

interface Rotation {
  readonly tokenId: FeedTokenId;
  /** How long the old token goes on, so that nothing stands still while the system is told the new one. */
  readonly overlapDays: number;
}

const dayMilliseconds = 86_400_000;

/** Issues a successor under the same name; the old token opens the door until the overlap is over. */
export async function rotateFeedToken(work: Work, { tokenId, overlapDays }: Rotation): Promise<IssuedToken> {
  const { authorityId, label } = await findOwnToken(work, tokenId);
  const live = await lockTokens(work, authorityId);
  const old = live.find((one) => one.tokenId === tokenId);
  if (old === undefined || old.expiresAt !== null) {
    throw new Refusal("conflict", "This token has been replaced or revoked already. Look again.");
  }
  // Without an overlap the successor takes the old one's place; with one there are both for a while.
  if (overlapDays > 0) refuseTooMany(live);
  const expiresAt = new Date(work.now.getTime() + overlapDays * dayMilliseconds);
  await work.tx.$executeRaw`
    update feed_token set expires_at = ${expiresAt}::timestamptz where id = ${tokenId}::uuid`;
  return writeToken(work, authorityId, label);
}
