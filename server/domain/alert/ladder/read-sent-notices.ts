import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { SentNotice } from "@/server/domain/alert/ladder/next-channel";
import { PersonId, type AlertId } from "@/server/vocabulary/ids";
import { channels } from "@/server/vocabulary/notice-purpose";

const SentNoticeRow = z.object({
  personId: PersonId,
  channel: z.enum(channels),
  queuedAt: z.date(),
  isShown: z.boolean(),
  hasFailed: z.boolean(),
});

/** How the notices of this alert to those on its ladder have fared, in the order in which they were queued. */
export async function readSentNotices({ tx }: Work, alertId: AlertId): Promise<readonly SentNotice[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select notice.person_id as "personId", device.channel, queued_at as "queuedAt", shown_at is not null as "isShown",
      (failed_at is not null or expired_at is not null) and shown_at is null as "hasFailed"
    from notice join device on device.id = notice.device_id
    where alert_id = ${alertId}::uuid and purpose = 'alert'
    order by queued_at, notice.id`;
  return rows.map((row) => SentNoticeRow.parse(row));
}
