import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addressDigest, sealAddress } from "@/server/domain/push/sealed-address";
import { addressHint, readContactAddress } from "@/server/vocabulary/contact-address";
import { DeviceId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface NewContact {
  readonly channel: "text" | "email";
  /** As the person wrote it. */
  readonly address: string;
}

const Kept = z.object({ deviceId: DeviceId });
const whatIsNeeded = {
  text: "Write a British mobile number, such as 07700 900123.",
  email: "Write an e-mail address, such as name@council.example.",
} as const;

/**
 * Notices reach the person who is signed in there too, when no phone of theirs shows them. Safe to repeat; several
 * people may share one address, such as a team's phone. Refuses: invalid (no such number or address).
 */
export async function keepContact(
  work: Work,
  { channel, address: written }: NewContact,
  { deviceKey }: { readonly deviceKey: string },
): Promise<DeviceId> {
  const { actor, tx, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can add an address.");
  const address = readContactAddress(channel, written);
  if (address === undefined) throw new Refusal("invalid", whatIsNeeded[channel]);

  const digest = addressDigest(`${actor.personId}:${channel}:${address}`);
  const sealed = sealAddress(address, digest, deviceKey);
  const rows: unknown[] = await tx.$queryRaw`
    insert into device (person_id, organisation_id, channel, address_digest, sealed_address, hint, push_host, added_at)
    values (${actor.personId}::uuid, ${actor.organisationId}::uuid, ${channel}, ${digest}, ${sealed},
      ${addressHint(channel, address)}, ${channel}, ${now})
    on conflict (address_digest) do update
    set organisation_id = excluded.organisation_id, sealed_address = excluded.sealed_address,
      added_at = case when device.retired_at is null then device.added_at else excluded.added_at end,
      retired_at = null, retired_by = null
    returning id as "deviceId"`;
  const { deviceId } = Kept.parse(rows[0]);
  await recordAudit(work, {
    action: "device:keep",
    outcome: "done",
    detail: `kept ${channel}`,
    concerns: deviceId,
  });
  return deviceId;
}
