import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { holdAlert, assertHolder } from "@/server/domain/alert/hold/hold-alert";
import { listColleagues } from "@/server/domain/alert/hold/list-colleagues";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { AlertId, PersonId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface HandOver {
  /** In one order, so that two who hand over at once never wait for each other. */
  readonly alertIds: readonly AlertId[];
  readonly toPersonId: PersonId;
}

/**
 * Hands the person's own alerts to a colleague, all or none. They stay the person's until the colleague accepts them,
 * so that nothing open is ever without somebody. Refuses: not found, conflict (not one's own, or closed), invalid (the
 * colleague is no duty social worker of the person's organisation, or is the person).
 */
export async function handOverAlerts(work: Work, { alertIds, toPersonId }: HandOver): Promise<void> {
  const colleagues = await listColleagues(work);
  if (!colleagues.some(({ personId }) => personId === toPersonId))
    throw new Refusal("invalid", "Choose a colleague who works as a duty social worker with you.");

  for (const alertId of [...new Set(alertIds)].sort()) await handOver(work, alertId, toPersonId);
}

async function handOver(work: Work, alertId: AlertId, toPersonId: PersonId): Promise<void> {
  const held = await holdAlert(work, alertId);
  assertHolder(held);
  if (held.progress.offeredTo?.personId === toPersonId) return;

  const { personId } = held.actor;
  await addAlertEvents(work, alertId, [{ kind: "offered", personId, otherPersonId: toPersonId }]);
  await queueJob(work, {
    job: { kind: "tell", alertId, purpose: "offer" },
    dueAt: work.now,
    uniqueKey: `tell:offer:${alertId}:${toPersonId}`,
  });
  await recordAudit(work, {
    action: "alert:hand-over",
    outcome: "done",
    detail: "offered",
    concerns: alertId,
  });
}
