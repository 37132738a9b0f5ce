import { z } from "zod";
import { queueJobs } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { NoticeId, type AlertId, type PersonId } from "@/server/vocabulary/ids";
import { noticeKey } from "@/server/vocabulary/job";
import type { Channel, NoticePurpose } from "@/server/vocabulary/notice-purpose";

/** Somebody to tell, on every device that they have of this channel. */
export interface Telling {
  readonly personId: PersonId;
  readonly channel: Channel;
  readonly purpose: NoticePurpose;
  /** Until when it is worth delivering. */
  readonly endsAt: Date;
}

export interface TellingOfAlert extends Telling {
  /** Null for what is about no alert. */
  readonly alertId: AlertId | null;
}

/**
 * Leaves one notice for each of these people's devices in the queue. The number of earlier notices to the device for
 * the same purpose makes each unique, so that what runs twice tells once; where it is about no alert, the caller sees to
 * that.
 */
export function queueNotices(
  work: Work,
  alertId: AlertId | null,
  tellings: readonly Telling[],
): Promise<void> {
  return queueNoticesOfAlerts(
    work,
    tellings.map((telling) => ({ ...telling, alertId })),
  );
}

/** The same for several alerts, in as few round trips. */
export async function queueNoticesOfAlerts(work: Work, tellings: readonly TellingOfAlert[]): Promise<void> {
  if (tellings.length === 0) return;

  const rows: unknown[] = await work.tx.$queryRaw`
    insert into notice (alert_id, purpose, channel, round, device_id, person_id, queued_at, ends_at)
    select told.alert_id, told.purpose, device.channel, (select count(*) from notice before
        where before.alert_id = told.alert_id and before.purpose = told.purpose and before.device_id = device.id),
      device.id, device.person_id, ${work.now}, told.ends_at
    from unnest(
      ${tellings.map(({ alertId }) => alertId)}::uuid[],
      ${tellings.map(({ personId }) => personId)}::uuid[],
      ${tellings.map(({ channel }) => channel)}::text[],
      ${tellings.map(({ purpose }) => purpose)}::text[],
      ${tellings.map(({ endsAt }) => endsAt)}::timestamptz[]
    ) with ordinality as told (alert_id, person_id, channel, purpose, ends_at, place)
      join device on device.person_id = told.person_id and device.channel = told.channel and device.retired_at is null
    order by told.place
    on conflict (alert_id, purpose, device_id, round) do nothing
    returning id`;

  const noticeIds = z.array(z.object({ id: NoticeId })).parse(rows);
  await queueJobs(
    work,
    noticeIds.map(({ id: noticeId }) => ({
      job: { kind: "send-notice", noticeId } as const,
      dueAt: work.now,
      uniqueKey: noticeKey(noticeId),
    })),
  );
}
