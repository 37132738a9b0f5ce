import type { Work } from "@/server/db/work";
import { alertsChannel } from "@/server/domain/timeline/alerts-channel";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";
import type { AlertId, PersonId } from "@/server/vocabulary/ids";

export interface NewAlertEvent {
  readonly kind: AlertEventKind;
  readonly personId?: PersonId;
  readonly rung?: number;
  /** Plain words without personal data. */
  readonly note?: string;
}

/** Adds to what happened to an alert, in this order, and lets every screen that shows it know at commit. */
export async function addAlertEvents(
  { tx, now }: Work,
  alertId: AlertId,
  events: readonly NewAlertEvent[],
): Promise<void> {
  if (events.length === 0) return;

  await tx.$executeRaw`
    insert into alert_event (alert_id, kind, person_id, rung, note, happened_at)
    select ${alertId}::uuid, kind, person_id, rung, note, ${now}
    from unnest(
      ${events.map(({ kind }) => kind)}::text[],
      ${events.map(({ personId }) => personId ?? null)}::uuid[],
      ${events.map(({ rung }) => rung ?? null)}::int[],
      ${events.map(({ note }) => note ?? null)}::text[]
    ) with ordinality as added (kind, person_id, rung, note, place)
    order by place`;
  await tx.$queryRaw`select pg_notify(${alertsChannel}, ${alertId})::text`;
}
