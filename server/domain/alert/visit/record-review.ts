import type { Work } from "@/server/db/work";
import { addToVisit, holdVisit } from "@/server/domain/alert/visit/hold-visit";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { LookupId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * A senior clinician has looked at what is known and at the child: their name, and now as the time. Nobody who is known
 * goes home without one. Refuses: not found (not the person's own card), invalid (no name).
 */
export async function recordReview(
  work: Work,
  { lookupId, clinician }: { readonly lookupId: LookupId; readonly clinician: string },
): Promise<void> {
  const name = clinician.trim();
  if (name.length < 3) throw new Refusal("invalid", "Write the name of the senior clinician.");

  const visit = await holdVisit(work, lookupId);
  await addToVisit(work, visit, { kind: "reviewed", detail: name });
  await recordAudit(work, {
    action: "visit:record",
    outcome: "done",
    detail: "reviewed",
    concerns: lookupId,
  });
}
