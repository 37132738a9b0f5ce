import { z } from "zod";
import type { Work } from "@/server/db/work";
import { queueJob } from "@/server/db/outbox";
import { tellCardScreens } from "@/server/domain/push/cards-channel";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { AlertId, CardHandoverId, PersonId, type NoticeId } from "@/server/vocabulary/ids";
import { recheckKey } from "@/server/vocabulary/job";
import { noticePurposes } from "@/server/vocabulary/notice-purpose";

export const receiptMilestones = ["shown", "opened"] as const;
export type ReceiptMilestone = (typeof receiptMilestones)[number];

const Reported = z.object({
  alertId: AlertId.nullable(),
  cardHandoverId: CardHandoverId.nullable(),
  personId: PersonId,
  purpose: z.enum(noticePurposes),
});

/**
 * A phone reports that it showed a push, or that the person opened it. Safe to repeat: the first report of a notice
 * counts, and the timeline says once of each person that they were shown the alert. Nothing happens for an unknown
 * notice; what is no call to take an alert leaves the timeline alone. A test that was shown is a proof: whoever looks
 * whether the person can be reached is to know it at once.
 */
export async function recordReceipt(
  work: Work,
  { noticeId, milestone }: { readonly noticeId: NoticeId; readonly milestone: ReceiptMilestone },
): Promise<void> {
  const reported = await markNotice(work, noticeId, milestone);
  if (!reported) return;

  const { alertId, cardHandoverId, personId, purpose } = reported;
  if (purpose === "test" || purpose === "reach") await recheckReach(work, personId);
  if (cardHandoverId !== null) await tellCardScreens(work, cardHandoverId);
  if (alertId === null || purpose !== "alert") return;

  await lockAlert(work, alertId);
  const known = await work.tx.alertEvent.count({ where: { alertId, personId, kind: milestone } });
  if (known === 0) await addAlertEvents(work, alertId, [{ kind: milestone, personId }]);
}

function recheckReach(work: Work, personId: PersonId): Promise<void> {
  const job = { kind: "recheck-reach", personId } as const;
  return queueJob(work, { job, dueAt: work.now, uniqueKey: recheckKey(personId) });
}

/** Opened implies shown, and both that the push service took it, even where those reports were lost on the way. */
async function markNotice({ tx, now }: Work, noticeId: NoticeId, milestone: ReceiptMilestone) {
  const openedAt = milestone === "opened" ? now : null;
  const rows: unknown[] = await tx.$queryRaw`
    update notice
    set accepted_at = coalesce(accepted_at, ${now}), shown_at = coalesce(shown_at, ${now}),
      opened_at = coalesce(opened_at, ${openedAt})
    where id = ${noticeId}::uuid
    returning alert_id as "alertId", card_handover_id as "cardHandoverId", person_id as "personId", purpose`;
  return Reported.optional().parse(rows[0]);
}
