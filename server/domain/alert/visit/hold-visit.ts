import { z } from "zod";
import type { Work } from "@/server/db/work";
import { addAlertEvents, type NewAlertEvent } from "@/server/domain/timeline/add-alert-events";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import { AlertId, type LookupId, type PersonId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface HeldVisit {
  readonly personId: PersonId;
  readonly lookupId: LookupId;
  readonly askedAt: Date;
  readonly alerts: readonly { readonly alertId: AlertId; readonly events: readonly AlertEvent[] }[];
}

const VisitRow = z.object({ askedAt: z.date(), alertIds: z.array(AlertId) });

/**
 * One of the person's own looks at the record that raised or joined an alert, with all that happened to each; until the
 * transaction ends nobody else decides about these. Refuses: not permitted (no person), not found (not their own look,
 * or one that told no authority).
 */
export async function holdVisit(work: Work, lookupId: LookupId): Promise<HeldVisit> {
  const { actor, tx } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");

  const rows: unknown[] = await tx.$queryRaw`
    select asked_at as "askedAt", array(
      select distinct alert_id::text from alert_event
      where alert_event.lookup_id = lookup.id and lantern_is_look(kind) order by 1) as "alertIds"
    from lookup where id = ${lookupId}::uuid and person_id = ${actor.personId}::uuid`;
  const visit = VisitRow.optional().parse(rows[0]);
  if (!visit || visit.alertIds.length === 0)
    throw new Refusal("not-found", "There is no card of yours here that told an authority.");

  for (const alertId of visit.alertIds) await lockAlert(work, alertId);
  const events = await readAlertEvents(work, visit.alertIds);
  return {
    personId: actor.personId,
    lookupId,
    askedAt: visit.askedAt,
    alerts: visit.alertIds.map((alertId) => ({
      alertId,
      events: events.filter((event) => event.alertId === alertId),
    })),
  };
}

/** Puts the same on every alert of the visit, for each authority that was told. */
export async function addToVisit(
  work: Work,
  { alerts, personId, lookupId }: HeldVisit,
  event: Omit<NewAlertEvent, "personId" | "lookupId">,
): Promise<void> {
  for (const { alertId } of alerts) await addAlertEvents(work, alertId, [{ ...event, personId, lookupId }]);
}
