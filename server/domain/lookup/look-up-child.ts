import { askAbout, type Work } from "@/server/db/work";
import { raiseAlerts } from "@/server/domain/alert/raise-alerts";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { makeCard } from "@/server/domain/lookup/card";
import { chooseAnswer, type Answer } from "@/server/domain/lookup/choose-answer";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import { readBeforeAnswer, type BeforeAnswer } from "@/server/domain/lookup/read-before-answer";
import { secondsToWait } from "@/server/domain/lookup/too-often";
import { writeAttendance, writeLookup, type LookupToWrite } from "@/server/domain/lookup/write-lookup";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { CareSettingId, LookupId } from "@/server/vocabulary/ids";
import type { LookupRequest } from "@/server/vocabulary/lookup-request";
import { Refusal } from "@/server/vocabulary/refusal";
import type { ResultCard } from "@/server/vocabulary/result-card";

/**
 * Answers whether the person of this NHS number is known to children's social care, and to whom. The answer, the
 * lookup, the audit row and, where the child is known and the view is unscheduled, the attendance and one alert for
 * each responsible authority are committed together or not at all. The same request again gives the same lookup and
 * alerts nobody twice. Refuses: no setting chosen, too often, the request id used for another number.
 */
export async function lookUpChild(
  work: Work,
  request: LookupRequest,
  settings: LookupSettings,
): Promise<ResultCard> {
  const asker = askerOf(work);
  await askAbout(work, request.nhsNumber);
  const found = await readBeforeAnswer(work, { ...request, personId: asker.actor.personId });
  const answer = chooseAnswer(found, settings, work.now);

  const lookup: LookupToWrite = { ...asker, mode: settings.mode, request, answer: answer.answer };
  const lookupId =
    repeatedLookup(found, lookup) ?? (await writeAnswer(work, lookup, { answer, found, settings }));
  const askedAt = found.repeated?.asked_at ?? work.now;
  return makeCard(answer, { lookupId, nhsNumber: request.nhsNumber, askedAt, settings });
}

interface Asker {
  readonly actor: PersonActor;
  readonly careSettingId: CareSettingId;
}

function askerOf({ actor }: Work): Asker {
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can look a child up.");
  if (actor.careSettingId === undefined) throw new Refusal("conflict", "Choose where you work first.");
  return { actor, careSettingId: actor.careSettingId };
}

function repeatedLookup(
  { repeated }: BeforeAnswer,
  { request, answer }: LookupToWrite,
): LookupId | undefined {
  if (repeated === null) return undefined;
  if (repeated.nhs_number !== request.nhsNumber) {
    throw new Refusal("conflict", "This request was used for another number. Ask again.");
  }
  // What is shown is what was recorded: a register that changed in between is asked anew.
  if (repeated.answer !== answer) throw new Refusal("conflict", "The register has changed since. Ask again.");
  return repeated.id;
}

interface Decided {
  readonly answer: Answer;
  readonly found: BeforeAnswer;
  readonly settings: LookupSettings;
}

async function writeAnswer(
  work: Work,
  lookup: LookupToWrite,
  { answer, found, settings }: Decided,
): Promise<LookupId> {
  const wait = secondsToWait(found.recently_asked_at, settings.LOOKUPS_PER_MINUTE, work.now);
  if (wait > 0) throw new Refusal("too-often", `Too many lookups. Wait ${String(wait)} seconds.`, wait);

  const lookupId = await writeLookup(work, lookup);
  // A second tap was faster; read committed shows its row now.
  if (lookupId === undefined) return committedMeanwhile(work, lookup);

  await recordAudit(work, {
    action: lookup.mode === "unscheduled" ? "child:look-up" : "child:look-up-silently",
    outcome: "done",
    detail: answer.answer,
    nhsNumber: lookup.request.nhsNumber,
    concerns: lookupId,
  });
  if (answer.answer === "held" && lookup.mode === "unscheduled") {
    await writeAttendance(work, lookupId, lookup);
    await raiseAlerts(work, { lookupId, careSettingId: lookup.careSettingId, subjects: answer.subjects });
  }
  return lookupId;
}

async function committedMeanwhile(work: Work, lookup: LookupToWrite): Promise<LookupId> {
  const again = await readBeforeAnswer(work, { ...lookup.request, personId: lookup.actor.personId });
  const lookupId = repeatedLookup(again, lookup);
  if (lookupId === undefined) throw new Refusal("unavailable", "The service could not check. Ask again.");
  return lookupId;
}
