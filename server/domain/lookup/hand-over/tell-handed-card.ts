import { z } from "zod";
import { queueJobs } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { NoticeId, type CardHandoverId } from "@/server/vocabulary/ids";
import { noticeKey } from "@/server/vocabulary/job";

/**
 * Leaves a notice in the queue for each phone of those for whom the card waits, worth delivering as long as it does. What
 * runs twice tells once; a card that was taken back in the meantime tells nobody.
 */
export async function tellHandedCard(work: Work, handoverId: CardHandoverId): Promise<void> {
  const { tx, now } = work;
  const rows: unknown = await tx.$queryRaw`
    insert into notice (card_handover_id, purpose, channel, round, device_id, person_id, queued_at, ends_at)
    select handed.id, 'card', device.channel, 0, device.id, device.person_id, ${now}::timestamptz, handed.ends_at
    from card_handover handed
      join card_addressee addressee on addressee.handover_id = handed.id and addressee.opened_at is null
      join device on device.person_id = addressee.person_id and device.channel = 'push' and device.retired_at is null
    where handed.id = ${handoverId}::uuid and handed.withdrawn_at is null and handed.ends_at > ${now}::timestamptz
    order by device.id
    on conflict (card_handover_id, device_id) do nothing
    returning id`;
  const notices = z.array(z.object({ id: NoticeId })).parse(rows);
  await queueJobs(
    work,
    notices.map(({ id: noticeId }) => ({
      job: { kind: "send-notice", noticeId } as const,
      dueAt: now,
      uniqueKey: noticeKey(noticeId),
    })),
  );
}
