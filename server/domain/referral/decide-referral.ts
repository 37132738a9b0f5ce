import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { AlertId, type ReferralId } from "@/server/vocabulary/ids";
import type { ReferralDecision } from "@/server/vocabulary/referral-decision";
import { Refusal } from "@/server/vocabulary/refusal";

export interface Deciding {
  readonly referralId: ReferralId;
  readonly decision: ReferralDecision;
  /** What the referrer should know, at most 1,000 characters. */
  readonly note: string;
}

const Decided = z.object({ alertIds: z.array(AlertId) });

/**
 * Records what the authority decided; the referrer reads it, and the clock stops. Refuses: not found (not one of the
 * person's authorities'), conflict (decided already).
 */
export async function decideReferral(work: Work, { referralId, decision, note }: Deciding): Promise<void> {
  const { actor, tx, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can decide.");
  const inScope = { id: referralId, authorityId: { in: [...actor.authorityIds] } };
  if ((await tx.referral.count({ where: inScope })) === 0)
    throw new Refusal("not-found", "There is no such referral among those of your authorities.");

  const rows: unknown[] = await tx.$queryRaw`
    update referral set decision = ${decision}, decision_note = nullif(trim(${note}), ''), decided_at = ${now},
      decided_by_id = ${actor.personId}::uuid
    where id = ${referralId}::uuid and authority_id = any (${actor.authorityIds}::uuid[]) and decision is null
    returning array(select alert_id::text from referral_alert where referral_id = referral.id order by 1) as "alertIds"`;
  if (rows.length === 0) throw new Refusal("conflict", "A colleague has decided it already.");

  for (const alertId of Decided.parse(rows[0]).alertIds) {
    await addAlertEvents(work, alertId, [{ kind: "decided", personId: actor.personId }]);
  }
  await recordAudit(work, {
    action: "referral:decide",
    outcome: "done",
    detail: decision,
    concerns: referralId,
  });
}
