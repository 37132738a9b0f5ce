import { hastenJob } from "@/server/db/outbox-claims";
import type { Work } from "@/server/db/work";
import type { PushAttempt } from "@/server/domain/push/push-attempt";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { climbKey } from "@/server/vocabulary/job";
import type { PushAttemptId } from "@/server/vocabulary/ids";

/**
 * Ends a push that will not arrive. It goes on the alert's timeline, and the ladder is looked at again at once: if this
 * was the last phone that could have rung on its rung, the next rung is told now. The note is for everyone who may
 * read the timeline: plain words without personal data.
 */
export async function failPush(
  work: Work,
  push: Pick<PushAttempt, "alertId" | "personId"> & { readonly attemptId: PushAttemptId },
  note: string,
): Promise<void> {
  const { alertId, personId, attemptId } = push;
  const ended = await work.tx.pushAttempt.updateMany({
    where: { id: attemptId, failedAt: null },
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
