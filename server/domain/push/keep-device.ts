import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addressDigest, sealAddress } from "@/server/domain/push/sealed-address";
import { isAllowedPushEndpoint } from "@/server/vocabulary/push-endpoint";
import type { PushSubscription } from "@/server/vocabulary/push-subscription";
import { DeviceId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface PhoneToKeep {
  readonly subscription: PushSubscription;
  /** What this phone was before, by its own account: nothing is sent there any more. */
  readonly replaces?: DeviceId | undefined;
}

export interface DeviceSettings {
  readonly deviceKey: string;
  readonly pushHosts: readonly string[];
}

const KeptDevice = z.object({ deviceId: DeviceId, addedAt: z.date(), lastShownAt: z.date().nullable() });
/** This phone as the service knows it; `lastShownAt` is when it last proved that it shows alerts. */
export type KeptDevice = Readonly<z.infer<typeof KeptDevice>>;

/**
 * Alerts for the person who is signed in reach this phone from now on. Safe to repeat, which pages do at every launch,
 * since browsers change their subscriptions without telling: that the phone shows notifications at this moment is thereby
 * on record. A phone that was somebody else's becomes this person's.
 * Refuses: a push address that is on no known push service.
 */
export async function keepDevice(
  work: Work,
  { subscription, replaces }: PhoneToKeep,
  { deviceKey, pushHosts }: DeviceSettings,
): Promise<KeptDevice> {
  const { actor } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can add a phone.");
  if (!isAllowedPushEndpoint(subscription.endpoint, pushHosts)) {
    throw new Refusal("invalid", "This browser's push service is not one that Lantern sends to.");
  }

  const device = await writeDevice(work, {
    personId: actor.personId,
    organisationId: actor.organisationId,
    digest: addressDigest(subscription.endpoint),
    sealed: sealAddress(JSON.stringify(subscription), addressDigest(subscription.endpoint), deviceKey),
    pushHost: new URL(subscription.endpoint).host,
  });
  if (replaces !== undefined && replaces !== device.deviceId) await retireReplaced(work, replaces);
  await recordAudit(work, {
    action: "device:keep",
    outcome: "done",
    detail: "kept",
    concerns: device.deviceId,
  });
  return device;
}

/** The browser has another address for this phone now. Of somebody else's device nothing is changed. */
async function retireReplaced({ tx, actor, now }: Work, deviceId: DeviceId): Promise<void> {
  if (actor.kind !== "person") return;
  await tx.device.updateMany({
    where: { id: deviceId, personId: actor.personId, channel: "push", retiredAt: null },
    data: { retiredAt: now, retiredBy: "replaced" },
  });
}

interface DeviceRow {
  readonly personId: string;
  readonly organisationId: string;
  readonly digest: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly pushHost: string;
}

async function writeDevice({ tx, now }: Work, device: DeviceRow): Promise<KeptDevice> {
  const { personId, organisationId, digest, sealed, pushHost } = device;
  await tx.$queryRaw`select set_config('lantern.held_endpoint', ${digest}, true)`;
  const rows: unknown[] = await tx.$queryRaw`
    insert into device (person_id, organisation_id, address_digest, sealed_address, push_host, added_at,
      permitted_at)
    values (${personId}::uuid, ${organisationId}::uuid, ${digest}, ${sealed}, ${pushHost}, ${now}, ${now})
    on conflict (address_digest) do update
    set organisation_id = excluded.organisation_id, sealed_address = excluded.sealed_address,
      added_at = case when device.person_id = excluded.person_id and device.retired_at is null
        then device.added_at else excluded.added_at end,
      person_id = excluded.person_id, retired_at = null, retired_by = null, permitted_at = excluded.permitted_at,
      lost_at = null, lost_as = null
    returning id as "deviceId", added_at as "addedAt",
      (select max(shown_at) from notice
        where device_id = device.id and notice.person_id = ${personId}::uuid) as "lastShownAt"`;
  return KeptDevice.parse(rows[0]);
}
