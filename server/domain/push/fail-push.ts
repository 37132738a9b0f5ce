import { hastenJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import type { Notice } from "@/server/domain/push/notice";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { climbKey } from "@/server/vocabulary/job";
import type { NoticeId } from "@/server/vocabulary/ids";

/**
 * Ends a push that will not arrive. It goes on the alert's timeline, and the ladder is looked at again at once: if this
 * was the last phone that could have rung on its rung, the next rung is told now. The note is for everyone who may
 * read the timeline: plain words without personal data.
 */
export async function failPush(
  work: Work,
  push: Pick<Notice, "alertId" | "personId"> & { readonly noticeId: NoticeId },
  note: string,
): Promise<void> {
  const { alertId, personId, noticeId } = push;
  const ended = await work.tx.notice.updateMany({
    where: { id: noticeId, failedAt: null },
    data: { failedAt: work.now },
  });
  if (ended.count === 0) return;

  await addAlertEvents(work, alertId, [{ kind: "notice-failed", personId, note }]);
  await hastenJob(work, {
    job: { kind: "climb-alert", alertId },
    dueAt: work.now,
    uniqueKey: climbKey(alertId),
  });
}
