import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { CallSign } from "@/server/vocabulary/call-sign";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * Keeps on which vehicle the person is, so that control can hand them a card by its call sign; null for none. It holds
 * for 12 hours, until they say otherwise, or until they sign out.
 */
export async function chooseCallSign(work: Work, callSign: CallSign | null): Promise<void> {
  const { tx, actor, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person is on a vehicle.");

  const { personId, organisationId, sessionId } = actor;
  if (callSign === null) {
    await tx.crewCallSign.updateMany({ where: { personId, organisationId }, data: { leftAt: now } });
  } else {
    await tx.$executeRaw`
      insert into crew_call_sign (person_id, organisation_id, session_id, call_sign, since)
      values (${personId}::uuid, ${organisationId}::uuid, ${sessionId}::uuid, ${callSign}, ${now})
      on conflict (person_id, organisation_id) do update
      set session_id = excluded.session_id, call_sign = excluded.call_sign, since = excluded.since, left_at = null`;
  }
  const detail = callSign === null ? "on no vehicle" : `on ${callSign}`;
  await recordAudit(work, { action: "card:receive", outcome: "done", detail });
}
