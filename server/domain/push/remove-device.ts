import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { DeviceId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/** Nothing is sent to this device of the person's any more. Refuses: not found (not their own, or removed before). */
export async function removeDevice(work: Work, deviceId: DeviceId): Promise<void> {
  const { actor, tx, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");
  const removed = await tx.device.updateMany({
    where: { id: deviceId, personId: actor.personId, retiredAt: null },
    data: { retiredAt: now, retiredBy: "removed" },
  });
  if (removed.count === 0) throw new Refusal("not-found", "There is no such device of yours.");
  await recordAudit(work, { action: "device:keep", outcome: "done", detail: "removed", concerns: deviceId });
}
