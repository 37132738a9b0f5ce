import type { Work } from "@/server/db/work";
import { assertHolder, holdAlert } from "@/server/domain/alert/hold/hold-alert";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";

/** Minutes from now that can be promised. */
export const promiseMinutes = [10, 20, 30, 60, 120] as const;

/** Tells the crew until when they are rung back. Refuses: not found, conflict (not the person's own, or closed). */
export async function promiseCallBack(
  work: Work,
  { alertId, minutes }: { readonly alertId: AlertId; readonly minutes: (typeof promiseMinutes)[number] },
): Promise<void> {
  const held = await holdAlert(work, alertId);
  assertHolder(held);
  const dueAt = new Date(work.now.getTime() + minutes * 60_000);
  await addAlertEvents(work, alertId, [{ kind: "promised", personId: held.actor.personId, dueAt }]);
  await recordAudit(work, { action: "alert:close", outcome: "done", detail: "promised", concerns: alertId });
}
