import { hastenJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import type { Notice } from "@/server/domain/push/notice";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { climbKey } from "@/server/vocabulary/job";

type Failing = Pick<Notice, "noticeId" | "alertId" | "personId" | "purpose">;

/**
 * Ends a notice that will not arrive. If it called for somebody to take an alert, it goes on the alert's timeline and
 * the ladder is looked at again at once: another channel, or the next rung, may be due now. The note is for everyone
 * who may read the timeline: plain words without personal data.
 */
export async function failNotice(work: Work, notice: Failing, note: string): Promise<void> {
  const { alertId, personId, noticeId, purpose } = notice;
  const ended = await work.tx.notice.updateMany({
    where: { id: noticeId, failedAt: null },
    data: { failedAt: work.now },
  });
  if (ended.count === 0 || alertId === null) return;

  await addAlertEvents(work, alertId, [{ kind: "notice-failed", personId, note }]);
  if (purpose !== "alert") return;
  await hastenJob(work, {
    job: { kind: "climb-alert", alertId },
    dueAt: work.now,
    uniqueKey: climbKey(alertId),
  });
}
