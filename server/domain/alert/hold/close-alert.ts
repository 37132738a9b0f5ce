import type { Work } from "@/server/db/work";
import { assertHolder, holdAlert } from "@/server/domain/alert/hold/hold-alert";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { AlertOutcome } from "@/server/vocabulary/alert-outcome";
import type { AlertId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface Closing {
  readonly alertId: AlertId;
  readonly outcome: AlertOutcome;
  /** What was done, for the chronology; needed where action was taken. At most 4,000 characters. */
  readonly detail?: string;
}

/**
 * Records what came of an alert; the crew can read it. A withdrawn alert needs nobody to take it before. Refuses: not
 * found, conflict (not the person's own, not taken, closed already), invalid (action taken, but not a word of which).
 */
export async function closeAlert(work: Work, { alertId, outcome, detail }: Closing): Promise<void> {
  const held = await holdAlert(work, alertId);
  if (held.progress.stage !== "withdrawn") assertHolder(held);
  const written = detail?.trim() ?? "";
  if (outcome === "action-taken" && written === "")
    throw new Refusal("invalid", "Write in a line what you did, so that others can read it tomorrow.");

  const { personId } = held.actor;
  await addAlertEvents(work, alertId, [
    { kind: "closed", personId, outcome, ...(written !== "" && { detail: written }) },
  ]);
  await recordAudit(work, { action: "alert:close", outcome: "done", detail: outcome, concerns: alertId });
}
