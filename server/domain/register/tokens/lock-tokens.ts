import { z } from "zod";
import type { Work } from "@/server/db/work";
import { FeedTokenId, type OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const LiveToken = z.object({ tokenId: FeedTokenId, label: z.string(), expiresAt: z.date().nullable() });
export type LiveToken = Readonly<z.infer<typeof LiveToken>>;

/** The tokens of an authority that are good now. Until the transaction ends nobody else can issue or change any. */
export async function lockTokens({ tx, now }: Work, authorityId: OrganisationId): Promise<LiveToken[]> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`feed tokens ${authorityId}`}, 0))::text`;
  const rows: unknown = await tx.$queryRaw`
    select id as "tokenId", label, expires_at as "expiresAt" from feed_token
    where authority_id = ${authorityId}::uuid and revoked_at is null
      and (expires_at is null or expires_at > ${now}::timestamptz)`;
  return z.array(LiveToken).parse(rows);
}

const mostLive = 5;

/** Refuses one more token than an authority can keep an eye on. One that is being replaced counts until it is not good any more. */
export function refuseTooMany(live: readonly LiveToken[]): void {
  if (live.length < mostLive) return;
  throw new Refusal("conflict", `There are ${mostLive} tokens already. Revoke one that is no longer needed.`);
}
