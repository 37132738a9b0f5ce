import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { isWaiting } from "@/server/domain/alert/alert-progress";
import { roundOf } from "@/server/domain/alert/ladder/round";
import { holdAlert } from "@/server/domain/alert/hold/hold-alert";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";

/**
 * The person says "not me": the next rung is told at once. Said twice, or after somebody took it, it changes nothing.
 * Refuses: not found (not one of the person's authorities' alerts).
 */
export async function declineAlert(work: Work, alertId: AlertId): Promise<void> {
  const { actor, events, progress } = await holdAlert(work, alertId);
  const isSaid = roundOf(events).some(
    ({ kind, personId }) => kind === "declined" && personId === actor.personId,
  );
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
