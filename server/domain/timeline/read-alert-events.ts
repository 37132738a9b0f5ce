import type { Work } from "@/server/db/work";
import { AlertEvent } from "@/server/domain/timeline/alert-event";
import type { AlertId } from "@/server/vocabulary/ids";

/** Everything that happened to these alerts, oldest first; events of one instant in the order they were written. */
export async function readAlertEvents(
  { tx }: Work,
  alertIds: readonly AlertId[],
): Promise<readonly AlertEvent[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select event.alert_id as "alertId", event.kind, event.happened_at as "happenedAt", event.person_id as "personId",
      person.name as "personName", event.other_person_id as "otherPersonId", other.name as "otherPersonName",
      event.rung, event.lookup_id as "lookupId", event.due_at as "dueAt", event.outcome, event.note, event.detail
    from alert_event event left join person on person.id = event.person_id
      left join person other on other.id = event.other_person_id
    where event.alert_id = any (${alertIds}::uuid[])
    order by event.happened_at, event.id`;
  return rows.map((row) => AlertEvent.parse(row));
}
