import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { DeviceFacts } from "@/server/domain/reach/reachability";
import { PersonId } from "@/server/vocabulary/ids";
import { channels } from "@/server/vocabulary/notice-purpose";
import { losses } from "@/server/vocabulary/reach";

const Row = z.object({
  personId: PersonId,
  channel: z.enum(channels),
  addedAt: z.date(),
  goneAt: z.date().nullable(),
  permittedAt: z.date().nullable(),
  lostAt: z.date().nullable(),
  lostAs: z.enum(losses).nullable(),
  lastShownAt: z.date().nullable(),
  lastFailedAt: z.date().nullable(),
});

/** For so long it is said that a phone is gone; after that, that there is none. */
const goneDays = 90;

/**
 * What is known of the devices of these people; an empty list for whoever has none. A phone that never showed a push by
 * the end of its time has failed; texts and e-mails have when that was said, since most of them never report.
 */
export async function readDevices(
  { tx, now }: Work,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly DeviceFacts[]>> {
  const rows: unknown = await tx.$queryRaw`
    select device.person_id as "personId", device.channel, added_at as "addedAt", retired_at as "goneAt",
      permitted_at as "permittedAt", lost_at as "lostAt", lost_as as "lostAs",
      max(shown_at) as "lastShownAt",
      max(notice.queued_at) filter (where shown_at is null and (failed_at is not null
        or (device.channel = 'push' and expired_at is not null and accepted_at is not null))) as "lastFailedAt"
    from device left join notice on notice.device_id = device.id and notice.person_id = device.person_id
      and notice.queued_at >= device.added_at
    where device.person_id = any (${[...people]}::uuid[]) and (retired_at is null
      or (device.channel = 'push' and retired_by = 'gone' and retired_at > ${now}::timestamptz - make_interval(days => ${goneDays}::int)))
    group by device.id
    order by added_at, device.id`;
  const devices = z.array(Row).parse(rows);
  return new Map(
    people.map((personId) => [personId, devices.filter((device) => device.personId === personId)]),
  );
}
