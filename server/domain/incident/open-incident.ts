import { randomUUID } from "node:crypto";
import type { Work } from "@/server/db/work";
import { chooseIncident } from "@/server/domain/incident/choose-incident";
import { findIncidents, waitForNumber } from "@/server/domain/incident/find-incidents";
import type { PersonActor } from "@/server/vocabulary/actor";
import { IncidentId } from "@/server/vocabulary/ids";
import type { AskedIncident, Incident } from "@/server/vocabulary/asked-incident";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * The incident that is asked for, begun if it is not there yet. Refuses: conflict (no setting chosen), not found (an
 * incident of another organisation).
 */
export async function openIncident(work: Work, actor: PersonActor, asked: AskedIncident): Promise<Incident> {
  if (actor.careSettingId === undefined) throw new Refusal("conflict", "Choose where you work first.");
  await waitForNumber(work, asked);
  const found = await choose(work, asked);
  if (!found.isNew) return found;

  await work.tx.$executeRaw`
    insert into incident (id, organisation_id, person_id, care_setting_id, call_number, opened_at)
    values (${found.incidentId}::uuid, ${actor.organisationId}::uuid, ${actor.personId}::uuid,
      ${actor.careSettingId}::uuid, ${found.callNumber}, ${work.now})
    on conflict do nothing`;
  // Another phone may have been faster; that of another organisation is not seen here.
  const opened = await choose(work, { incidentId: found.incidentId });
  if (opened.isNew) throw new Refusal("not-found", "There is no such call of yours. Begin another call.");
  return opened;
}

async function choose(work: Work, asked: AskedIncident) {
  const freshId = IncidentId.parse(randomUUID());
  return chooseIncident(await findIncidents(work, asked), { asked, now: work.now, freshId });
}
