import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { recheckKey } from "@/server/vocabulary/job";
import type { DeviceId } from "@/server/vocabulary/ids";
import type { Loss } from "@/server/vocabulary/reach";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * A phone of the person's says that it shows nothing any more: permission was taken back, or the browser has lost the
 * subscription. On record since when, and the device stays: a rule decides what follows, and the phone can take it back
 * at its next launch. Nothing happens for a device that is not theirs or not in use, which an old phone may name.
 */
export async function reportLoss(
  work: Work,
  { deviceId, loss }: { readonly deviceId: DeviceId; readonly loss: Loss },
): Promise<void> {
  const { actor, tx, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");
  const { personId } = actor;
  const lost = await tx.device.updateMany({
    where: { id: deviceId, personId, channel: "push", retiredAt: null, lostAt: null },
    data: { lostAt: now, lostAs: loss },
  });
  if (lost.count === 0) return;

  const job = { kind: "recheck-reach", personId } as const;
  await queueJob(work, { job, dueAt: now, uniqueKey: recheckKey(personId) });
  await recordAudit(work, {
    action: "device:keep",
    outcome: "done",
    detail: `lost ${loss}`,
    concerns: deviceId,
  });
}
