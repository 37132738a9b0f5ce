import type { Work } from "@/server/db/work";
import { addToVisit, holdVisit } from "@/server/domain/alert/visit/hold-visit";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { LookupId } from "@/server/vocabulary/ids";

export const sightings = ["child-seen", "not-there"] as const;
export type Sighting = (typeof sightings)[number];

/**
 * The crew has seen the child, or the child was not there: for the authority, a look at the record alone proves
 * neither. Said twice, it is on record once. Refuses: not found (not the person's own card).
 */
export async function recordSighting(
  work: Work,
  { lookupId, sighting }: { readonly lookupId: LookupId; readonly sighting: Sighting },
): Promise<void> {
  const visit = await holdVisit(work, lookupId);
  const said = visit.alerts
    .flatMap(({ events }) => events)
    .findLast((event) => event.lookupId === lookupId && sightings.some((one) => one === event.kind));

  if (said?.kind !== sighting) await addToVisit(work, visit, { kind: sighting });
  await recordAudit(work, { action: "visit:record", outcome: "done", detail: sighting, concerns: lookupId });
}
