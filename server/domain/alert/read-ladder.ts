import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { SentNotice } from "@/server/domain/alert/escalation";
import { onCallAt, type OnCall } from "@/server/domain/rota/on-call";
import { readShifts } from "@/server/domain/rota/read-shifts";
import { DeviceId, PersonId, type AlertId } from "@/server/vocabulary/ids";

const Phone = z.object({ deviceId: DeviceId, personId: PersonId, timesTold: z.number() });
export type Phone = Readonly<z.infer<typeof Phone>>;

const NoticeRow = z.object({ personId: PersonId, queuedAt: z.date(), hasFailed: z.boolean() });

export interface Ladder {
  readonly onCall: OnCall;
  /** Phones in use of those on call now, with how often this alert was sent to each. */
  readonly phones: readonly Phone[];
  readonly notices: readonly SentNotice[];
}

/** Who could be told of this alert now, and how the pushes for it have fared. */
export async function readLadder(work: Work, alertId: AlertId): Promise<Ladder> {
  const dutyTeamId = await findTeam(work, alertId);
  const onCall = onCallAt(dutyTeamId === undefined ? [] : await readShifts(work, dutyTeamId), work.now);
  const people = [...new Set([...onCall.rungs.values()].flat())];

  return {
    onCall,
    phones: await readPhones(work, alertId, people),
    notices: await readNotices(work, alertId),
  };
}

/** The team of the alert; for an authority that had none at the time, the one that it has now. */
async function findTeam({ tx }: Work, alertId: AlertId): Promise<string | undefined> {
  const rows: unknown[] = await tx.$queryRaw`
    select coalesce(alert.duty_team_id, served.duty_team_id) as "dutyTeamId"
    from alert left join duty_team_authority served on served.authority_id = alert.authority_id
    where alert.id = ${alertId}::uuid`;
  return z.object({ dutyTeamId: z.uuid().nullable() }).optional().parse(rows[0])?.dutyTeamId ?? undefined;
}

async function readPhones(
  { tx }: Work,
  alertId: AlertId,
  people: readonly PersonId[],
): Promise<readonly Phone[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select device.id as "deviceId", device.person_id as "personId", count(notice.id)::int as "timesTold"
    from device left join notice on notice.device_id = device.id and notice.alert_id = ${alertId}::uuid
    where device.person_id = any (${people}::uuid[]) and device.retired_at is null
    group by device.id order by device.id`;
  return rows.map((row) => Phone.parse(row));
}

async function readNotices({ tx }: Work, alertId: AlertId): Promise<readonly SentNotice[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select person_id as "personId", queued_at as "queuedAt", failed_at is not null and shown_at is null as "hasFailed"
    from notice where alert_id = ${alertId}::uuid`;
  return rows.map((row) => NoticeRow.parse(row));
}
