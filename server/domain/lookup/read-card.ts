import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { makeCard } from "@/server/domain/lookup/card";
import { findOwnCard } from "@/server/domain/lookup/find-own-card";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import type { LookupId } from "@/server/vocabulary/ids";
import type { ResultCard } from "@/server/vocabulary/result-card";

/**
 * Shows the card of an own lookup again, for example after a reload, until it clears. On record as a view of its own.
 * Refuses: not found (somebody else's, or cleared), conflict (the register has changed since: ask again).
 */
export async function readCard(
  work: Work,
  lookupId: LookupId,
  settings: LookupSettings,
): Promise<ResultCard> {
  const { lookup, nhsNumber, answer, found } = await findOwnCard(work, lookupId, settings);
  await recordAudit(work, {
    action: "card:read",
    outcome: "done",
    detail: answer.answer,
    nhsNumber,
    concerns: lookupId,
  });
  return makeCard(answer, {
    lookupId,
    nhsNumber,
    askedAt: lookup.askedAt,
    incident: found.repeated?.incident ?? null,
    settings: { ...settings, mode: lookup.mode },
    now: work.now,
  });
}
