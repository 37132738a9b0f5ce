import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { lockTokens, refuseTooMany } from "@/server/domain/register/tokens/lock-tokens";
import { tokenDigest } from "@/server/domain/register/tokens/token-digest";
import { FeedTokenId, type OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** A token on the one occasion on which it can be read. */
export interface IssuedToken {
  readonly tokenId: FeedTokenId;
  readonly label: string;
  readonly token: string;
  /** Names the authority in the address of its door. */
  readonly authorityCode: string;
}

const Written = z.object({ tokenId: FeedTokenId, authorityCode: z.string() });

/** Issues a token for a system of the person's authority, under a name that no other live token of it has. */
export async function issueFeedToken(work: Work, label: string): Promise<IssuedToken> {
  const [authorityId, ...others] = work.actor.kind === "person" ? work.actor.authorityIds : [];
  if (authorityId === undefined || others.length > 0) {
    throw new Refusal("not-permitted", "Only somebody who works for one authority can issue its tokens.");
  }
  const live = await lockTokens(work, authorityId);
  if (live.some((one) => one.label === label)) {
    throw new Refusal("conflict", `There is a token called ${label} already. Give this one another name.`);
  }
  refuseTooMany(live);
  return writeToken(work, authorityId, label);
}

/** Writes down a new token by its digest, and gives it this once. */
export async function writeToken(
  work: Work,
  authorityId: OrganisationId,
  label: string,
): Promise<IssuedToken> {
  const token = `lantern_${randomBytes(32).toString("base64url")}`;
  const personId = work.actor.kind === "person" ? work.actor.personId : null;
  const rows: unknown[] = await work.tx.$queryRaw`
    insert into feed_token (authority_id, digest, label, issued_at, issued_by_id)
    values (${authorityId}::uuid, ${tokenDigest(token)}, ${label}, ${work.now}::timestamptz, ${personId}::uuid)
    returning id as "tokenId", (select code from organisation where id = authority_id) as "authorityCode"`;
  const { tokenId, authorityCode } = Written.parse(rows[0]);
  await recordAudit(work, {
    action: "feed-token:manage",
    outcome: "done",
    detail: "issued",
    concerns: tokenId,
  });
  return { tokenId, label, token, authorityCode };
}
