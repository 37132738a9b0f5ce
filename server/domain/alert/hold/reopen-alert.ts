import type { Work } from "@/server/db/work";
import { holdAlert } from "@/server/domain/alert/hold/hold-alert";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** Opens a closed alert again, as the person's own. Refuses: not found, conflict (not closed). */
export async function reopenAlert(work: Work, alertId: AlertId): Promise<void> {
  const { actor, progress } = await holdAlert(work, alertId);
  if (progress.stage !== "closed") throw new Refusal("conflict", "It is open already.");

  await addAlertEvents(work, alertId, [{ kind: "reopened", personId: actor.personId }]);
  await recordAudit(work, { action: "alert:close", outcome: "done", detail: "reopened", concerns: alertId });
}
