import { z } from "zod";
import type { Work } from "@/server/db/work";
import { AlertId, NoticeId, PersonId } from "@/server/vocabulary/ids";
import { channels } from "@/server/vocabulary/notice-purpose";

const ToldNotice = z.object({
  noticeId: NoticeId,
  alertId: AlertId,
  personId: PersonId,
  personName: z.string(),
  purpose: z.enum(["alert", "alarm"]),
  channel: z.enum(channels),
  queuedAt: z.date(),
  acceptedAt: z.date().nullable(),
  shownAt: z.date().nullable(),
  openedAt: z.date().nullable(),
  failedAt: z.date().nullable(),
  expiredAt: z.date().nullable(),
  /** What the service that delivers it last said, in words without personal data. */
  lastAnswer: z.string().nullable(),
});
/** One attempt to tell one person of an alert on one device, with its milestones. */
export type ToldNotice = Readonly<z.infer<typeof ToldNotice>>;

/** Every attempt to have these alerts taken, oldest first. The caller has made sure that the alerts are in scope. */
export async function readToldNotices(
  { tx }: Work,
  alertIds: readonly AlertId[],
): Promise<readonly ToldNotice[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select notice.id as "noticeId", alert_id as "alertId", person_id as "personId", person.name as "personName", purpose,
      channel, queued_at as "queuedAt", accepted_at as "acceptedAt",
      shown_at as "shownAt", opened_at as "openedAt", failed_at as "failedAt", expired_at as "expiredAt",
      last_answer as "lastAnswer"
    from notice join person on person.id = notice.person_id
    where alert_id = any (${alertIds}::uuid[]) and purpose in ('alert', 'alarm')
    order by queued_at, notice.id`;
  return rows.map((row) => ToldNotice.parse(row));
}
