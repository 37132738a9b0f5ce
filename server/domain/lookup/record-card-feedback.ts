import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { LookupId } from "@/server/vocabulary/ids";

export interface CardFeedback {
  readonly lookupId: LookupId;
  readonly outcome: "accepted" | "overridden";
  /** One of the reasons that the card offered; what people wrote is not kept. */
  readonly reason: string | undefined;
}

/**
 * Puts on record what a person did with a card in another system: one line for each card of these organisations. Cards
 * of others, and those that never were, are left out without a word. Gives how many were put on record.
 */
export async function recordCardFeedback(
  work: Work,
  feedback: readonly CardFeedback[],
  organisationCodes: readonly string[],
): Promise<number> {
  const known = await work.tx.lookup.findMany({
    where: {
      id: { in: feedback.map(({ lookupId }) => lookupId) },
      organisation: { code: { in: [...organisationCodes] } },
    },
    select: { id: true },
  });
  const ids = new Set<string>(known.map(({ id }) => id));
  const ours = feedback.filter(({ lookupId }) => ids.has(lookupId));
  for (const { lookupId, outcome, reason } of ours) {
    const detail = reason === undefined ? outcome : `${outcome}: ${reason}`;
    await recordAudit(work, { action: "card:feedback", outcome: "done", detail, concerns: lookupId });
  }
  return ours.length;
}
