import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { SentNotice } from "@/server/domain/alert/ladder/next-channel";
import { AlertId, PersonId } from "@/server/vocabulary/ids";
import { channels } from "@/server/vocabulary/notice-purpose";

const SentNoticeRow = z.object({
  alertId: AlertId,
  personId: PersonId,
  channel: z.enum(channels),
  queuedAt: z.date(),
  isShown: z.boolean(),
  hasFailed: z.boolean(),
});

/** How the notices of these alerts to those on their ladders have fared, in the order in which they were queued. */
export async function readSentNotices(
  { tx }: Work,
  alertIds: readonly AlertId[],
): Promise<ReadonlyMap<AlertId, readonly SentNotice[]>> {
  const rows: unknown[] = await tx.$queryRaw`
    select alert_id as "alertId", notice.person_id as "personId", device.channel, queued_at as "queuedAt",
      shown_at is not null as "isShown",
      (failed_at is not null or expired_at is not null) and shown_at is null as "hasFailed"
    from notice join device on device.id = notice.device_id
    where alert_id = any (${alertIds}::uuid[]) and purpose = 'alert'
    order by queued_at, notice.id`;
  return Map.groupBy(
    rows.map((row) => SentNoticeRow.parse(row)),
    ({ alertId }) => alertId,
  );
}
