import type { Work } from "@/server/db/work";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";
import type { AlertId, LookupId, PersonId } from "@/server/vocabulary/ids";

export interface NewAlertEvent {
  readonly kind: AlertEventKind;
  readonly personId?: PersonId;
  /** To whom an alert is offered. */
  readonly otherPersonId?: PersonId;
  readonly rung?: number;
  /** The look at the record that it is about. */
  readonly lookupId?: LookupId;
  /** Until when a call back is promised. */
  readonly dueAt?: Date;
  readonly outcome?: string;
  /** Plain words without personal data. */
  readonly note?: string;
  /** What a person wrote, for both sides of this alert only. */
  readonly detail?: string;
}

export interface EventOfAlert extends NewAlertEvent {
  readonly alertId: AlertId;
}

/** Adds to what happened to an alert, in this order, and lets every screen that shows it know at commit. */
export function addAlertEvents(
  work: Work,
  alertId: AlertId,
  events: readonly NewAlertEvent[],
): Promise<void> {
  return addEventsOfAlerts(
    work,
    events.map((event) => ({ ...event, alertId })),
  );
}

/** The same for events of several alerts, in one round trip. */
export async function addEventsOfAlerts({ tx, now }: Work, events: readonly EventOfAlert[]): Promise<void> {
  if (events.length === 0) return;

  await tx.$queryRaw`
    with added as (
      select * from unnest(
        ${events.map(({ alertId }) => alertId)}::uuid[],
        ${events.map(({ kind }) => kind)}::text[],
        ${events.map(({ personId }) => personId ?? null)}::uuid[],
        ${events.map(({ otherPersonId }) => otherPersonId ?? null)}::uuid[],
        ${events.map(({ rung }) => rung ?? null)}::int[],
        ${events.map(({ lookupId }) => lookupId ?? null)}::uuid[],
        ${events.map(({ dueAt }) => dueAt ?? null)}::timestamptz[],
        ${events.map(({ outcome }) => outcome ?? null)}::text[],
        ${events.map(({ note }) => note ?? null)}::text[],
        ${events.map(({ detail }) => detail ?? null)}::text[]
      ) with ordinality as event (alert_id, kind, person_id, other_person_id, rung, lookup_id, due_at, outcome, note,
        detail, place)
    ), happened as (
      insert into alert_event (alert_id, kind, person_id, other_person_id, rung, lookup_id, due_at, outcome, note, detail,
        happened_at)
      select alert_id, kind, person_id, other_person_id, rung, lookup_id, due_at, outcome, note, detail, ${now}
      from added order by place
    )
    select pg_notify(${alertsChannel}, alert_id::text)::text from (select distinct alert_id from added) changed`;
}
