import type { Work } from "@/server/db/work";
import { addToVisit, holdVisit } from "@/server/domain/alert/visit/hold-visit";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { LookupId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const mostSummaryCharacters = 4_000;

/**
 * A short discharge summary goes to every authority that was told. Refuses: not found (not the person's own card),
 * invalid (empty, or longer than 4,000 characters).
 */
export async function sendSummary(
  work: Work,
  { lookupId, text }: { readonly lookupId: LookupId; readonly text: string },
): Promise<void> {
  const written = text.trim();
  if (written === "") throw new Refusal("invalid", "Write the summary first.");
  if (written.length > mostSummaryCharacters)
    throw new Refusal("invalid", "Shorten the summary to 4,000 characters.");

  const visit = await holdVisit(work, lookupId);
  await addToVisit(work, visit, { kind: "summary", detail: written });
  await recordAudit(work, { action: "visit:record", outcome: "done", detail: "summary", concerns: lookupId });
}
