import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { Refusal } from "@/server/vocabulary/refusal";

/** The person who is signed in is sent no more weekly e-mails in this role, and the address is forgotten. Safe to repeat. */
export async function stopDigest(work: Work): Promise<void> {
  const { actor, tx, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can ask for this.");
  const stopped = await tx.$executeRaw`
    update weekly_digest set stopped_at = ${now}, sealed_address = null
    where person_id = ${actor.personId}::uuid and organisation_id = ${actor.organisationId}::uuid
      and role = ${actor.role} and stopped_at is null`;
  if (stopped === 0) return;
  await recordAudit(work, { action: "digest:choose", outcome: "done", detail: "weekly e-mail stopped" });
}
