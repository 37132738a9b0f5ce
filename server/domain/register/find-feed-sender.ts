import { z } from "zod";
import type { Work } from "@/server/db/work";
import { tokenDigest } from "@/server/domain/register/tokens/token-digest";
import { OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const Found = z.object({
  /** Whose token it is; null where it is unknown, expired or revoked. */
  tokenAuthorityId: OrganisationId.nullable(),
  /** The authority that the address names; null where there is none of that code. */
  namedAuthorityId: OrganisationId.nullable(),
});

export type FeedSender =
  | { readonly kind: "authority"; readonly authorityId: OrganisationId }
  /** The token is unknown, expired or revoked: the caller learns nothing else. */
  | { readonly kind: "unknown" };

/** Whose system knocks, by its token; that token opens the door of its own authority only. */
export async function findFeedSender(
  work: Work,
  { token, authorityCode }: { readonly token: string; readonly authorityCode: string },
): Promise<FeedSender> {
  const rows: unknown[] = await work.tx.$queryRaw`
    with used as (
      -- Once a minute is often enough to tell whether a token is in use.
      update feed_token set last_used_at = ${work.now}::timestamptz
      where digest = ${tokenDigest(token)} and revoked_at is null
        and (expires_at is null or expires_at > ${work.now}::timestamptz)
        and (last_used_at is null or last_used_at < ${work.now}::timestamptz - interval '1 minute')
    )
    select
      (select authority_id from feed_token
        where digest = ${tokenDigest(token)} and revoked_at is null
          and (expires_at is null or expires_at > ${work.now}::timestamptz)) as "tokenAuthorityId",
      (select id from organisation where code = ${authorityCode} and kind = 'authority') as "namedAuthorityId"`;
  const { tokenAuthorityId, namedAuthorityId } = Found.parse(rows[0]);

  if (tokenAuthorityId === null) return { kind: "unknown" };
  if (namedAuthorityId === null) throw new Refusal("not-found", `There is no authority ${authorityCode}.`);
  if (namedAuthorityId !== tokenAuthorityId) {
    throw new Refusal("not-permitted", `This token is not for ${authorityCode}.`);
  }
  return { kind: "authority", authorityId: tokenAuthorityId };
}
