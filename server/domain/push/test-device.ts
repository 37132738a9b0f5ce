import { z } from "zod";
import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { NoticeId, type DeviceId } from "@/server/vocabulary/ids";
import { noticeKey } from "@/server/vocabulary/job";
import { Refusal } from "@/server/vocabulary/refusal";

/** Text messages cost money, and a phone that is tested all the time is switched off. */
const mostAnHour = 6;
const endsAfterMinutes = 10;

/**
 * Sends a test to one of the person's own devices by the way that alerts go; the list of devices says how far it came.
 * Refuses: not found (not their own), too often (six an hour).
 */
export async function testDevice(work: Work, deviceId: DeviceId): Promise<NoticeId> {
  const { actor, tx, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");
  const own = { id: deviceId, personId: actor.personId, retiredAt: null };
  if ((await tx.device.count({ where: own })) === 0)
    throw new Refusal("not-found", "There is no such device of yours.");
  const since = new Date(now.getTime() - 3_600_000);
  const tests = { deviceId, purpose: "test", queuedAt: { gt: since } };
  if ((await tx.notice.count({ where: tests })) >= mostAnHour)
    throw new Refusal("too-often", "That was the sixth test within an hour. Try again later.");

  const endsAt = new Date(now.getTime() + endsAfterMinutes * 60_000);
  const rows: unknown[] = await tx.$queryRaw`
    insert into notice (purpose, channel, round, device_id, person_id, queued_at, ends_at)
    select 'test', channel, 0, id, ${actor.personId}::uuid, ${now}::timestamptz, ${endsAt}::timestamptz from device
    where id = ${deviceId}::uuid returning id as "noticeId"`;
  const { noticeId } = z.object({ noticeId: NoticeId }).parse(rows[0]);
  const job = { kind: "send-notice", noticeId } as const;
  await queueJob(work, { job, dueAt: now, uniqueKey: noticeKey(noticeId) });
  await recordAudit(work, { action: "device:keep", outcome: "done", detail: "tested", concerns: deviceId });
  return noticeId;
}
