import { z } from "zod";
import { askAbout, type Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { makeCard } from "@/server/domain/lookup/card";
import { chooseAnswer } from "@/server/domain/lookup/choose-answer";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import { readBeforeAnswer } from "@/server/domain/lookup/read-before-answer";
import type { LookupId } from "@/server/vocabulary/ids";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { Refusal } from "@/server/vocabulary/refusal";
import type { ResultCard } from "@/server/vocabulary/result-card";

const LookupRow = z.object({
  nhsNumber: z.string(),
  requestId: z.string(),
  answer: z.string(),
  mode: z.enum(["unscheduled", "scheduled"]),
  askedAt: z.date(),
});

/**
 * Shows the card of an own lookup again, for example after a reload, until it clears. On record as a view of its own.
 * Refuses: not found (somebody else's, or cleared), conflict (the register has changed since: ask again).
 */
export async function readCard(
  work: Work,
  lookupId: LookupId,
  settings: LookupSettings,
): Promise<ResultCard> {
  const { actor } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can read a card.");

  const lookup = await findOwnLookup(work, { lookupId, personId: actor.personId }, settings);
  const parsed = parseNhsNumber(lookup.nhsNumber);
  if (!parsed.ok) throw new Refusal("unavailable", "The service could not check. Ask again.");

  await askAbout(work, parsed.nhsNumber);
  const found = await readBeforeAnswer(work, { ...actor, ...lookup, nhsNumber: parsed.nhsNumber });
  const answer = chooseAnswer(found, settings, work.now);
  if (answer.answer !== lookup.answer)
    throw new Refusal("conflict", "The register has changed since. Ask again.");

  await recordAudit(work, {
    action: "card:read",
    outcome: "done",
    detail: answer.answer,
    nhsNumber: parsed.nhsNumber,
    concerns: lookupId,
  });
  const shown = { ...settings, mode: lookup.mode };
  return makeCard(answer, {
    lookupId,
    nhsNumber: parsed.nhsNumber,
    askedAt: lookup.askedAt,
    incident: found.repeated?.incident ?? null,
    settings: shown,
  });
}

interface Own {
  readonly lookupId: LookupId;
  readonly personId: string;
}

async function findOwnLookup({ tx, now }: Work, { lookupId, personId }: Own, settings: LookupSettings) {
  const oldest = new Date(now.getTime() - settings.CARD_CLEARS_AFTER_MINUTES * 60_000);
  const row = await tx.lookup.findFirst({
    where: { id: lookupId, personId, askedAt: { gt: oldest } },
    select: { nhsNumber: true, requestId: true, answer: true, mode: true, askedAt: true },
  });
  if (row === null) throw new Refusal("not-found", "This card has been cleared. Check the number again.");
  return LookupRow.parse(row);
}
