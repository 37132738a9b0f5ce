import { z } from "zod";
import type { Work } from "@/server/db/work";
import { AlertId, CardHandoverId, DeviceId, NoticeId, PersonId } from "@/server/vocabulary/ids";
import { channels, noticePurposes } from "@/server/vocabulary/notice-purpose";

const Notice = z.object({
  noticeId: NoticeId,
  purpose: z.enum(noticePurposes),
  channel: z.enum(channels),
  /** Empty for a test of the device and for what concerns a rota or a card. */
  alertId: AlertId.nullable(),
  /** The card that waits for the person. */
  cardHandoverId: CardHandoverId.nullable(),
  reference: z.string().nullable(),
  isDrill: z.boolean(),
  personId: PersonId,
  /** The person works for the service itself, who may open no alert. */
  isOperator: z.boolean(),
  queuedAt: z.date(),
  endsAt: z.date(),
  acceptedAt: z.date().nullable(),
  shownAt: z.date().nullable(),
  failedAt: z.date().nullable(),
  expiredAt: z.date().nullable(),
  deviceId: DeviceId,
  addressDigest: z.string(),
  sealedAddress: z.instanceof(Uint8Array),
  /** The device is in use, and still this person's. */
  isDeviceInUse: z.boolean(),
  /** Somebody took the alert, or all who asked withdrew it; the person opened the card, or it was taken back. */
  isSettled: z.boolean(),
});
export type Notice = Readonly<z.infer<typeof Notice>>;

/** One notice with everything that decides about it, or undefined if there is none of this id. */
export async function readNotice(work: Work, noticeId: NoticeId): Promise<Notice | undefined> {
  const [row] = await readRows(work, [noticeId]);
  return Notice.optional().parse(row);
}

/** The same for many, in one round trip; one that cannot be read is absent, and keeps nobody from the others. */
export async function readNotices(
  work: Work,
  noticeIds: readonly NoticeId[],
): Promise<ReadonlyMap<NoticeId, Notice>> {
  const rows = noticeIds.length === 0 ? [] : await readRows(work, noticeIds);
  const notices = rows.flatMap((row) => Notice.safeParse(row).data ?? []);
  return new Map(notices.map((notice) => [notice.noticeId, notice]));
}

async function readRows({ tx }: Work, noticeIds: readonly NoticeId[]): Promise<unknown[]> {
  return tx.$queryRaw`
    select notice.id as "noticeId", notice.purpose, device.channel, notice.alert_id as "alertId",
      notice.card_handover_id as "cardHandoverId", alert.reference,
      alert.drilled_by_id is not null as "isDrill", notice.person_id as "personId",
      organisation.kind = 'service' as "isOperator",
      notice.queued_at as "queuedAt", notice.ends_at as "endsAt", notice.accepted_at as "acceptedAt",
      notice.shown_at as "shownAt", notice.failed_at as "failedAt", notice.expired_at as "expiredAt",
      device.id as "deviceId", device.address_digest as "addressDigest", device.sealed_address as "sealedAddress",
      device.retired_at is null and device.person_id = notice.person_id as "isDeviceInUse",
      case when notice.card_handover_id is null then lantern_alert_standing(notice.alert_id) <> 'waiting'
        else exists (select from card_handover handed join card_addressee addressee on addressee.handover_id = handed.id
          where handed.id = notice.card_handover_id and addressee.person_id = notice.person_id
            and (handed.withdrawn_at is not null or addressee.opened_at is not null)) end as "isSettled"
    from notice
      join device on device.id = notice.device_id
      join organisation on organisation.id = device.organisation_id
      left join alert on alert.id = notice.alert_id
    where notice.id = any (${noticeIds}::uuid[])`;
}

/** Whether nothing is left to do for it: whoever delivers it has it, a device showed it, or it came to an end. */
export function hasEnded({ acceptedAt, shownAt, failedAt, expiredAt }: Notice): boolean {
  return [acceptedAt, shownAt, failedAt, expiredAt].some((milestone) => milestone !== null);
}

/** Nobody needs to be told any more: the alert that it calls for has somebody, the card does not wait. */
export function isPointless({ purpose, isSettled }: Notice): boolean {
  return isSettled && (purpose === "alert" || purpose === "alarm" || purpose === "card");
}

/** Nothing stands between it and its device. */
export function isToBeSent(notice: Notice): boolean {
  return !hasEnded(notice) && !isPointless(notice) && notice.isDeviceInUse;
}
