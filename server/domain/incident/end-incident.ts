import type { Work } from "@/server/db/work";
import type { IncidentId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * The person goes on to another call: this one is not offered to them again. Colleagues who joined it go on with it, and
 * only for whoever opened it does this change anything. Refuses: not found (no incident of the person's organisation).
 */
export async function endIncident({ tx, actor, now }: Work, incidentId: IncidentId): Promise<void> {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");
  const inScope = { id: incidentId, organisationId: actor.organisationId };
  if ((await tx.incident.count({ where: inScope })) === 0)
    throw new Refusal("not-found", "There is no such call of yours.");
  await tx.incident.updateMany({
    where: { ...inScope, personId: actor.personId, endedAt: null },
    data: { endedAt: now },
  });
}
