import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { tellPeople } from "@/server/domain/alert/tell-people";
import { AlertId, type ReferralId } from "@/server/vocabulary/ids";
import { referralDue } from "@/server/domain/referral/referral-due";

/**
 * Reminds the authority of a referral that is overdue, and again each working day until it is decided. Run too early, or
 * after the decision, it does nothing.
 */
export async function chaseReferral(work: Work, referralId: ReferralId): Promise<void> {
  const { tx, now } = work;
  const overdue = { id: referralId, decision: null, dueAt: { lte: now } };
  const chased = await tx.referral.updateMany({ where: overdue, data: { chasedAt: now } });
  if (chased.count === 0) return;

  const child = await tx.referralAlert.findFirst({ where: { referralId }, orderBy: { alertId: "asc" } });
  if (child) await tellPeople(work, { alertId: AlertId.parse(child.alertId), purpose: "referral" });
  await queueJob(work, {
    job: { kind: "chase-referral", referralId },
    dueAt: referralDue(now),
    uniqueKey: `chase:${referralId}`,
  });
}
