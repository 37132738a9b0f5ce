import { z } from "zod";
import type { Work } from "@/server/db/work";
import { progressOf, type AlertStage } from "@/server/domain/alert/alert-progress";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import { AlertKind } from "@/server/vocabulary/alert-kind";
import { AlertEventId, AlertId, type OrganisationId } from "@/server/vocabulary/ids";
import { toldEventKinds } from "@/server/vocabulary/webhook";

const Row = z.object({
  eventId: AlertEventId,
  number: z.number(),
  kind: z.enum(toldEventKinds),
  at: z.date(),
  alertId: AlertId,
  reference: z.string(),
  about: AlertKind,
  nhsNumber: z.string(),
  raisedAt: z.date(),
  /** Of the look that the event is about, and of the first where it is about none. */
  lookedAt: z.date(),
  organisation: z.string(),
  setting: z.string(),
  callBackNumber: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

/** One event with the notice that it belongs to, as that stands now. */
export interface OwnNotice extends Omit<Row, "alertId" | "about" | "raisedAt"> {
  readonly noticeKind: AlertKind;
  readonly noticeAt: Date;
  readonly state: AlertStage;
}

export interface NoticesQuestion {
  readonly authorityId: OrganisationId;
  /** The number of the last event that the system has. */
  readonly after: number;
  readonly most: number;
  /** Only this one. */
  readonly eventId?: AlertEventId;
}

/**
 * Notices of an authority by the numbers of their events, one more than asked for where there are more: whose child, where,
 * when, and whom to ring. Every child among the `most` is on record, for the authority's own privacy officer.
 */
export async function findNotices(
  work: Work,
  question: NoticesQuestion,
): Promise<{ readonly notices: readonly OwnNotice[]; readonly hasMore: boolean }> {
  const { authorityId, most } = question;
  const rows = await readRows(work, question);
  const page = rows.slice(0, most);
  await recordReading(work, authorityId, page);
  return { notices: await withStates(work, page), hasMore: rows.length > most };
}

async function readRows(
  { tx }: Work,
  { authorityId, after, most, eventId }: NoticesQuestion,
): Promise<readonly Row[]> {
  const found: unknown = await tx.$queryRaw`
    select event.alert_event_id as "eventId", event.number, happened.kind, happened.happened_at as at,
      alert.id as "alertId", alert.reference, alert.kind as about, subject.nhs_number as "nhsNumber",
      alert.raised_at as "raisedAt", lookup.asked_at as "lookedAt", organisation.name as organisation,
      care_setting.name as setting, coalesce(missed.call_back_number, lookup.call_back_number) as "callBackNumber"
    from webhook_event event join alert_event happened on happened.id = event.alert_event_id
      join alert on alert.id = happened.alert_id
      join subject on subject.id = alert.subject_id
      join lookup on lookup.id = coalesce(happened.lookup_id, alert.lookup_id)
      join organisation on organisation.id = lookup.organisation_id
      join care_setting on care_setting.id = lookup.care_setting_id
      left join missed_appointment missed on missed.alert_id = alert.id and missed.lookup_id = lookup.id
    where event.authority_id = ${authorityId}::uuid and alert.authority_id = ${authorityId}::uuid
      and event.number > ${after}
      and (${eventId ?? null}::uuid is null or event.alert_event_id = ${eventId ?? null}::uuid)
    order by event.number limit ${most + 1}`;
  return z.array(Row).parse(found);
}

async function withStates(work: Work, rows: readonly Row[]): Promise<readonly OwnNotice[]> {
  const alertIds = [...new Set(rows.map(({ alertId }) => alertId))];
  const events = await readAlertEvents(work, alertIds);
  const states = new Map(
    alertIds.map((id) => [id, progressOf(events.filter(({ alertId }) => alertId === id)).stage]),
  );
  return rows.map(({ alertId, about, raisedAt, ...row }) => ({
    ...row,
    noticeKind: about,
    noticeAt: raisedAt,
    state: states.get(alertId) ?? "raised",
  }));
}

/** One row for each notice, and one for a page with nothing on it: who asked and got nothing is known too. */
async function recordReading(
  { tx, actor, now }: Work,
  authorityId: OrganisationId,
  rows: readonly Row[],
): Promise<void> {
  const read = [...new Map(rows.map((row) => [row.alertId, row])).values()];
  const entries = read.length === 0 ? [undefined] : read;
  await tx.$executeRaw`
    insert into audit (happened_at, actor_kind, actor_name, organisation_id, action, outcome, detail, nhs_number, concerns)
    select ${now}::timestamptz, ${actor.kind}, ${actor.name}, ${authorityId}::uuid, 'notice:read', 'done',
      case when concerns is null then 'nothing new' end, nhs_number, concerns
    from unnest(${entries.map((row) => row?.nhsNumber ?? null)}::text[],
      ${entries.map((row) => row?.alertId ?? null)}::uuid[]) as read (nhs_number, concerns)`;
}
