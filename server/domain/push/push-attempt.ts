import { z } from "zod";
import type { Work } from "@/server/db/work";
import { AlertId, DeviceId, PersonId, type PushAttemptId } from "@/server/vocabulary/ids";

const PushAttempt = z.object({
  alertId: AlertId,
  reference: z.string(),
  personId: PersonId,
  queuedAt: z.date(),
  acceptedAt: z.date().nullable(),
  shownAt: z.date().nullable(),
  failedAt: z.date().nullable(),
  deviceId: DeviceId,
  endpointDigest: z.string(),
  sealedSubscription: z.instanceof(Uint8Array),
  /** The phone is in use, and still this person's. */
  isDeviceInUse: z.boolean(),
  isTaken: z.boolean(),
});
export type PushAttempt = Readonly<z.infer<typeof PushAttempt>>;

/** One push with everything that decides about it, or undefined if there is none of this id. */
export async function readPushAttempt(
  { tx }: Work,
  attemptId: PushAttemptId,
): Promise<PushAttempt | undefined> {
  const rows: unknown[] = await tx.$queryRaw`
    select attempt.alert_id as "alertId", alert.reference, attempt.person_id as "personId",
      attempt.queued_at as "queuedAt", attempt.accepted_at as "acceptedAt", attempt.shown_at as "shownAt",
      attempt.failed_at as "failedAt", device.id as "deviceId", device.endpoint_digest as "endpointDigest",
      device.sealed_subscription as "sealedSubscription",
      device.retired_at is null and device.person_id = attempt.person_id as "isDeviceInUse",
      exists (select 1 from alert_event taken
        where taken.alert_id = attempt.alert_id and taken.kind = 'acknowledged') as "isTaken"
    from push_attempt attempt
      join alert on alert.id = attempt.alert_id
      join device on device.id = attempt.device_id
    where attempt.id = ${attemptId}::uuid`;
  return PushAttempt.optional().parse(rows[0]);
}

/** Whether nothing is left to do for it: the push service has it, a phone showed it, or it has failed. */
export function hasEnded({ acceptedAt, shownAt, failedAt }: PushAttempt): boolean {
  return acceptedAt !== null || shownAt !== null || failedAt !== null;
}
