import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { isWaiting } from "@/server/domain/alert/alert-progress";
import { roundOf } from "@/server/domain/alert/ladder/round";
import { holdAlert } from "@/server/domain/alert/hold/hold-alert";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";

/**
 * The person says "not me": if the rung that waits told them, the next one is told at once; otherwise it is on record.
 * Said twice, or after somebody took it, it changes nothing; before they were told, it can be said again once they are.
 * Refuses: not found (not one of the person's authorities' alerts).
 */
export async function declineAlert(work: Work, alertId: AlertId): Promise<void> {
  const { actor, events, progress } = await holdAlert(work, alertId);
  const own = roundOf(events).filter(({ personId }) => personId === actor.personId);
  const isSaid = own.findLast(({ kind }) => kind === "declined" || kind === "notified")?.kind === "declined";
  const isNews = isWaiting(progress.stage) && !isSaid;

  if (isNews) {
    await addAlertEvents(work, alertId, [{ kind: "declined", personId: actor.personId }]);
    // Beside the climb that waits for the rung's time: only the worker may bring that one forward.
    const uniqueKey = `climb:${alertId}:${actor.personId}`;
    await queueJob(work, { job: { kind: "climb-alert", alertId }, dueAt: work.now, uniqueKey });
  }
  await recordAudit(work, {
    action: "alert:acknowledge",
    outcome: "done",
    detail: isNews ? "declined" : "declined, changed nothing",
    concerns: alertId,
  });
}
