import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { FeedTokenId } from "@/server/vocabulary/ids";

const tokenStates = ["in-use", "being-replaced", "expired", "revoked"] as const;

const ListedToken = z.object({
  tokenId: FeedTokenId,
  authorityName: z.string(),
  label: z.string(),
  state: z.enum(tokenStates),
  issuedAt: z.date(),
  /** Null for one that came before people could issue them. */
  issuedBy: z.string().nullable(),
  lastUsedAt: z.date().nullable(),
  /** It was replaced, and goes on until then. */
  expiresAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
});
/** A token as it may be shown: what it is for, never what it is. */
export type ListedToken = Readonly<z.infer<typeof ListedToken>>;

/** The tokens of the person's authorities, good ones first, then those that open nothing any more. */
export async function listFeedTokens(work: Work): Promise<ListedToken[]> {
  const own = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const rows: unknown = await work.tx.$queryRaw`
    select token.id as "tokenId", organisation.name as "authorityName", label, issued_at as "issuedAt",
      case when revoked_at is not null then 'revoked' when expires_at <= ${work.now}::timestamptz then 'expired'
        when expires_at is not null then 'being-replaced' else 'in-use' end as state,
      person.name as "issuedBy", last_used_at as "lastUsedAt", expires_at as "expiresAt", revoked_at as "revokedAt"
    from feed_token token join organisation on organisation.id = authority_id
      left join person on person.id = issued_by_id
    where authority_id = any (${own}::uuid[])
    order by revoked_at is not null or coalesce(expires_at <= ${work.now}::timestamptz, false), issued_at desc
    limit 50`;
  await recordAudit(work, { action: "feed-token:manage", outcome: "done", detail: "listed" });
  return z.array(ListedToken).parse(rows);
}
