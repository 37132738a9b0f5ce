import { z } from "zod";
import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import type { Phone } from "@/server/domain/alert/read-ladder";
import { NoticeId, type AlertId } from "@/server/vocabulary/ids";
import { pushKey } from "@/server/vocabulary/job";

/**
 * Leaves one push for each of these phones in the queue. The number of earlier pushes of this alert to the phone makes
 * the notice unique, so that a climb that runs twice sends once.
 */
export async function queueNotices(work: Work, alertId: AlertId, phones: readonly Phone[]): Promise<void> {
  if (phones.length === 0) return;

  const rows: unknown[] = await work.tx.$queryRaw`
    insert into notice (alert_id, round, device_id, person_id, queued_at)
    select ${alertId}::uuid, round, device_id, person_id, ${work.now}
    from unnest(
      ${phones.map(({ timesTold }) => timesTold)}::int[],
      ${phones.map(({ deviceId }) => deviceId)}::uuid[],
      ${phones.map(({ personId }) => personId)}::uuid[]
    ) as told (round, device_id, person_id)
    on conflict (alert_id, purpose, device_id, round) do nothing
    returning id`;

  for (const { id } of z.array(z.object({ id: NoticeId })).parse(rows)) {
    await queueJob(work, {
      job: { kind: "send-push", noticeId: id },
      dueAt: work.now,
      uniqueKey: pushKey(id),
    });
  }
}
