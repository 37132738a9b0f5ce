import type { Work } from "@/server/db/work";
import { holdAlert } from "@/server/domain/alert/hold/hold-alert";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * The person has these alerts from now on, whether they were handed over or not: a colleague who has gone home cannot
 * hand anything over. The timeline says so by name. Refuses: not found, conflict (closed, or nobody has taken it).
 */
export async function acceptAlerts(work: Work, alertIds: readonly AlertId[]): Promise<void> {
  for (const alertId of [...new Set(alertIds)].sort()) await accept(work, alertId);
}

async function accept(work: Work, alertId: AlertId): Promise<void> {
  const { actor, progress } = await holdAlert(work, alertId);
  if (progress.stage !== "taken") {
    const why = progress.stage === "closed" ? "It is closed." : "Nobody has taken it yet. Take it.";
    throw new Refusal("conflict", why);
  }
  if (progress.holderId !== actor.personId) {
    await addAlertEvents(work, alertId, [{ kind: "accepted", personId: actor.personId }]);
  }
  const wasOffered = progress.offeredTo?.personId === actor.personId;
  await recordAudit(work, {
    action: "alert:hand-over",
    outcome: "done",
    detail: wasOffered ? "accepted" : "taken over",
    concerns: alertId,
  });
}
