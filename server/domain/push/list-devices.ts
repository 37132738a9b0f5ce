import { z } from "zod";
import type { Work } from "@/server/db/work";
import { DeviceId } from "@/server/vocabulary/ids";
import { channels } from "@/server/vocabulary/notice-purpose";

const DeviceRow = z.object({
  deviceId: DeviceId,
  channel: z.enum(channels),
  hint: z.string(),
  addedAt: z.date(),
  /** When it last proved that notices arrive there. */
  lastShownAt: z.date().nullable(),
  /** It said itself then that it shows nothing any more. */
  lostAt: z.date().nullable(),
  /** The newest test of it, and how far that came. */
  testedAt: z.date().nullable(),
  testState: z.enum(["queued", "accepted", "shown", "failed"]).nullable(),
});
export type OwnDevice = Readonly<z.infer<typeof DeviceRow>>;

/** Everything that notices to the person reach, in the order in which it was added. */
export async function listDevices({ tx, actor }: Work): Promise<readonly OwnDevice[]> {
  if (actor.kind !== "person") return [];
  const rows: unknown[] = await tx.$queryRaw`
    select device.id as "deviceId", device.channel, case when device.channel = 'push' then push_host else hint end as hint,
      added_at as "addedAt", (select max(shown_at) from notice
        where device_id = device.id and notice.person_id = device.person_id) as "lastShownAt", lost_at as "lostAt",
      test.queued_at as "testedAt", case
        when test.queued_at is null then null when test.shown_at is not null then 'shown'
        when test.failed_at is not null or test.expired_at is not null then 'failed'
        when test.accepted_at is not null then 'accepted' else 'queued' end as "testState"
    from device left join lateral (
      select * from notice where device_id = device.id and purpose = 'test' and person_id = ${actor.personId}::uuid
      order by queued_at desc limit 1) test on true
    where device.person_id = ${actor.personId}::uuid and retired_at is null
    order by added_at, device.id`;
  return rows.map((row) => DeviceRow.parse(row));
}
