import { z } from "zod";
import type { Work } from "@/server/db/work";
import { AlertId, DeviceId, PersonId, type NoticeId } from "@/server/vocabulary/ids";

const Notice = z.object({
  alertId: AlertId,
  reference: z.string(),
  personId: PersonId,
  queuedAt: z.date(),
  acceptedAt: z.date().nullable(),
  shownAt: z.date().nullable(),
  failedAt: z.date().nullable(),
  deviceId: DeviceId,
  addressDigest: z.string(),
  sealedAddress: z.instanceof(Uint8Array),
  /** The phone is in use, and still this person's. */
  isDeviceInUse: z.boolean(),
  isTaken: z.boolean(),
});
export type Notice = Readonly<z.infer<typeof Notice>>;

/** One push with everything that decides about it, or undefined if there is none of this id. */
export async function readNotice({ tx }: Work, noticeId: NoticeId): Promise<Notice | undefined> {
  const rows: unknown[] = await tx.$queryRaw`
    select notice.alert_id as "alertId", alert.reference, notice.person_id as "personId",
      notice.queued_at as "queuedAt", notice.accepted_at as "acceptedAt", notice.shown_at as "shownAt",
      notice.failed_at as "failedAt", device.id as "deviceId", device.address_digest as "addressDigest",
      device.sealed_address as "sealedAddress",
      device.retired_at is null and device.person_id = notice.person_id as "isDeviceInUse",
      exists (select 1 from alert_event taken
        where taken.alert_id = notice.alert_id and taken.kind = 'acknowledged') as "isTaken"
    from notice
      join alert on alert.id = notice.alert_id
      join device on device.id = notice.device_id
    where notice.id = ${noticeId}::uuid`;
  return Notice.optional().parse(rows[0]);
}

/** Whether nothing is left to do for it: the push service has it, a phone showed it, or it has failed. */
export function hasEnded({ acceptedAt, shownAt, failedAt }: Notice): boolean {
  return acceptedAt !== null || shownAt !== null || failedAt !== null;
}
