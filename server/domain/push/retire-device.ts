import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addressDigest } from "@/server/domain/push/sealed-address";
import { DeviceId } from "@/server/vocabulary/ids";

const Retired = z.array(z.object({ deviceId: DeviceId }));

/** Nothing is sent any more to the own phone with this push address. Not an error where it was not known. */
export async function retireDevice(work: Work, endpoint: string): Promise<void> {
  const rows: unknown = await work.tx.$queryRaw`
    update device set retired_at = ${work.now}, retired_by = 'signed-out'
    where address_digest = ${addressDigest(endpoint)} and retired_at is null
    returning id as "deviceId"`;

  for (const { deviceId } of Retired.parse(rows)) {
    await recordAudit(work, {
      action: "device:keep",
      outcome: "done",
      detail: "retired",
      concerns: deviceId,
    });
  }
}
