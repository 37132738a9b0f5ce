import type { Work } from "@/server/db/work";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import type { LookupId } from "@/server/vocabulary/ids";

/**
 * Takes an own report of a missed appointment back: it was a mistake. The authority is told so, and if nobody else
 * reported, nobody has to take the alert. Both stay on record. Refuses: not found (no report from an own card), conflict
 * (more than 10 minutes ago).
 */
export function withdrawMissed(work: Work, lookupId: LookupId): Promise<void> {
  return retractLookup(work, lookupId, "appointment:report-missed");
}
