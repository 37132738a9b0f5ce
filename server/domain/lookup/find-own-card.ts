import { z } from "zod";
import { askAboutByKeptPlans, type Work } from "@/server/db/work";
import { chooseAnswer, type Answer } from "@/server/domain/lookup/choose-answer";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import { registerHasChanged } from "@/server/domain/lookup/register-has-changed";
import { readBeforeAnswer, type BeforeAnswer } from "@/server/domain/lookup/read-before-answer";
import type { LookupId } from "@/server/vocabulary/ids";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";
import { Refusal } from "@/server/vocabulary/refusal";

const LookupRow = z.object({
  nhsNumber: z.string(),
  requestId: z.string(),
  answer: z.string(),
  mode: z.enum(["unscheduled", "scheduled"]),
  askedAt: z.date(),
});

export interface OwnCard {
  readonly lookup: Readonly<z.infer<typeof LookupRow>>;
  readonly nhsNumber: NhsNumber;
  /** As the register answers now; the same kind of answer as then. */
  readonly answer: Answer;
  readonly found: BeforeAnswer;
}

/**
 * An own lookup whose card has not cleared, with what the register answers now. Refuses: not permitted (no person), not
 * found (somebody else's, or cleared), conflict (the register has changed since: ask again).
 */
export async function findOwnCard(
  work: Work,
  lookupId: LookupId,
  settings: LookupSettings,
): Promise<OwnCard> {
  const { actor } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can read a card.");

  const lookup = await findOwnLookup(work, { lookupId, personId: actor.personId }, settings);
  const parsed = parseNhsNumber(lookup.nhsNumber);
  if (!parsed.ok) throw new Refusal("unavailable", "The service could not check. Ask again.");

  const { nhsNumber } = parsed;
  await askAboutByKeptPlans(work, nhsNumber);
  const found = await readBeforeAnswer(work, { ...actor, ...lookup, nhsNumber });
  const answer = chooseAnswer(found, settings, work.now);
  if (answer.answer !== lookup.answer) throw new Refusal("conflict", registerHasChanged);
  return { lookup, nhsNumber, answer, found };
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
