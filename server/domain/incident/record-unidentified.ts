import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { openIncident } from "@/server/domain/incident/open-incident";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { AlertId, type RequestId } from "@/server/vocabulary/ids";
import type { AskedIncident, Incident } from "@/server/vocabulary/asked-incident";
import { unidentifiedInWords, type AgeGuess } from "@/server/vocabulary/incident";
import { Refusal } from "@/server/vocabulary/refusal";

export interface UnidentifiedChildren {
  readonly incident: AskedIncident;
  /** Made on the phone: sent twice, it is on record once. */
  readonly requestId: RequestId;
  /** How many there are now; 0 takes back what was said before. */
  readonly count: number;
  readonly ageGuess: AgeGuess;
}

/**
 * Children are here whom nobody can identify. What was said last counts, and every authority that is told of this
 * incident reads it; on alerts that are open it is an event. Gives the incident that it belongs to. Refuses: not
 * permitted (no person), conflict (no setting chosen), not found (an incident of another organisation).
 */
export async function recordUnidentified(work: Work, said: UnidentifiedChildren): Promise<Incident> {
  const { actor } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");
  const incident = await openIncident(work, actor, said.incident);
  const { count, ageGuess } = said;

  const added = await work.tx.$executeRaw`
    insert into unidentified (incident_id, organisation_id, person_id, request_id, count, age_guess, recorded_at)
    values (${incident.incidentId}::uuid, ${actor.organisationId}::uuid, ${actor.personId}::uuid,
      ${said.requestId}::uuid, ${count}, ${ageGuess}, ${work.now})
    on conflict (person_id, request_id) do nothing`;
  if (added > 0) {
    const note = `${unidentifiedInWords(count, ageGuess)}.`;
    const event = { kind: "unidentified", personId: actor.personId, note } as const;
    for (const alertId of await openAlerts(work, incident)) await addAlertEvents(work, alertId, [event]);
  }
  await recordAudit(work, {
    action: "visit:record",
    outcome: "done",
    detail: `unidentified: ${String(count)}, ${ageGuess}`,
    concerns: incident.incidentId,
  });
  return { incidentId: incident.incidentId, openedAt: incident.openedAt, callNumber: incident.callNumber };
}

async function openAlerts({ tx }: Work, { incidentId }: Incident): Promise<readonly AlertId[]> {
  const rows: unknown = await tx.$queryRaw`
    select distinct look.alert_id as "alertId"
    from lookup join alert_event look on look.lookup_id = lookup.id and lantern_is_look(look.kind)
    where lookup.incident_id = ${incidentId}::uuid and lantern_alert_standing(look.alert_id) <> 'ended'
    order by 1`;
  return z
    .array(z.object({ alertId: AlertId }))
    .parse(rows)
    .map(({ alertId }) => alertId);
}
