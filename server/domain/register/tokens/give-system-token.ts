import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { tokenDigest } from "@/server/domain/register/tokens/token-digest";
import { OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** A system that has proven with its own key who it is. */
export interface ProvenSystem {
  readonly client: string;
  readonly authorityCode: string;
  /** Of what it signed: taken once. */
  readonly jti: string;
  /** From then on nothing that it signed is good any more. */
  readonly signedUntil: Date;
}

/** For how long a token opens the doors of its authority. */
export const systemTokenSeconds = 300;

const Given = z.object({ authorityId: OrganisationId });

/** Gives a system a token of its authority, which this answer alone contains. Refuses what was signed and used before. */
export async function giveSystemToken(work: Work, proven: ProvenSystem): Promise<string> {
  const { tx, now } = work;
  const { client, authorityCode, jti, signedUntil } = proven;
  const token = `lantern_system_${randomBytes(32).toString("base64url")}`;
  const expiresAt = new Date(now.getTime() + systemTokenSeconds * 1_000);
  const keptUntil = signedUntil > expiresAt ? signedUntil : expiresAt;
  await tx.$executeRaw`delete from system_token where kept_until < ${now}::timestamptz`;
  const rows: unknown[] = await tx.$queryRaw`
    insert into system_token (authority_id, client, assertion_digest, digest, expires_at, kept_until)
    select id, ${client}, ${tokenDigest(jti)}, ${tokenDigest(token)}, ${expiresAt}::timestamptz, ${keptUntil}::timestamptz
    from organisation where code = ${authorityCode} and kind = 'authority'
    on conflict (client, assertion_digest) do nothing
    returning authority_id as "authorityId"`;
  if (rows.length === 0)
    throw new Refusal("not-permitted", "This was used before. Sign another, with a new jti.");
  await recordAudit(work, {
    action: "system:sign-in",
    outcome: "done",
    detail: client,
    organisationId: Given.parse(rows[0]).authorityId,
  });
  return token;
}
