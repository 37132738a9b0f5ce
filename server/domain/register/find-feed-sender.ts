import { z } from "zod";
import type { Work } from "@/server/db/work";
import { tokenDigest } from "@/server/domain/register/tokens/token-digest";
import { OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const Found = z.object({
  /** Whose token it is; null where it is unknown, expired or revoked. */
  tokenAuthorityId: OrganisationId.nullable(),
  tokenAuthorityCode: z.string().nullable(),
  /** Whether there is an authority of the code that the address names. */
  isNamedKnown: z.boolean(),
});

export type FeedSender =
  | { readonly kind: "authority"; readonly authorityId: OrganisationId; readonly authorityCode: string }
  /** The token is unknown, expired or revoked: the caller learns nothing else. */
  | { readonly kind: "unknown" };

interface Knock {
  readonly token: string;
  /** The authority that the address names; left out where it names none. */
  readonly authorityCode?: string;
}

/** Whose system knocks, by its token; that token opens the door of its own authority only. */
export async function findFeedSender(work: Work, { token, authorityCode }: Knock): Promise<FeedSender> {
  const rows: unknown[] = await work.tx.$queryRaw`
    with used as (
      -- Once a minute is often enough to tell whether a token is in use.
      update feed_token set last_used_at = ${work.now}::timestamptz
      where digest = ${tokenDigest(token)} and revoked_at is null
        and (expires_at is null or expires_at > ${work.now}::timestamptz)
        and (last_used_at is null or last_used_at < ${work.now}::timestamptz - interval '1 minute')
    )
    select owner.id as "tokenAuthorityId", owner.code as "tokenAuthorityCode",
      exists (select from organisation where code = ${authorityCode ?? null} and kind = 'authority') as "isNamedKnown"
    from (values (1)) one left join (
      select organisation.id, organisation.code
      from (
        select authority_id from feed_token
        where digest = ${tokenDigest(token)} and revoked_at is null
          and (expires_at is null or expires_at > ${work.now}::timestamptz)
        union all select authority_id from system_token
        where digest = ${tokenDigest(token)} and expires_at > ${work.now}::timestamptz) given
      join organisation on organisation.id = given.authority_id) owner on true`;
  const { tokenAuthorityId: authorityId, tokenAuthorityCode, isNamedKnown } = Found.parse(rows[0]);

  if (authorityId === null || tokenAuthorityCode === null) return { kind: "unknown" };
  if (authorityCode !== undefined && authorityCode !== tokenAuthorityCode)
    throw notTheirs(authorityCode, isNamedKnown);
  return { kind: "authority", authorityId, authorityCode: tokenAuthorityCode };
}

function notTheirs(authorityCode: string, isKnown: boolean): Refusal {
  return isKnown
    ? new Refusal("not-permitted", `This token is not for ${authorityCode}.`)
    : new Refusal("not-found", `There is no authority ${authorityCode}.`);
}
