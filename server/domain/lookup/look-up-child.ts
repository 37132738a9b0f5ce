import { randomUUID } from "node:crypto";
import { askAboutByKeptPlans, type Work } from "@/server/db/work";
import { raiseAlerts } from "@/server/domain/alert/raise-alerts";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { chooseIncident, type ChosenIncident } from "@/server/domain/incident/choose-incident";
import { waitForNumber } from "@/server/domain/incident/find-incidents";
import { makeCard } from "@/server/domain/lookup/card";
import { chooseAnswer, type Answer } from "@/server/domain/lookup/choose-answer";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import { readBeforeAnswer, type BeforeAnswer } from "@/server/domain/lookup/read-before-answer";
import { secondsToWait } from "@/server/domain/lookup/too-often";
import { registerHasChanged } from "@/server/domain/lookup/register-has-changed";
import { writeAttendance, writeLookup, type LookupToWrite } from "@/server/domain/lookup/write-lookup";
import type { PersonActor } from "@/server/vocabulary/actor";
import { IncidentId, type CareSettingId, type LookupId } from "@/server/vocabulary/ids";
import type { Incident } from "@/server/vocabulary/asked-incident";
import type { LookupRequest } from "@/server/vocabulary/lookup-request";
import { isPracticeNumber, practiceNumberRefused } from "@/server/vocabulary/practice-number";
import { Refusal } from "@/server/vocabulary/refusal";
import type { ResultCard } from "@/server/vocabulary/result-card";

/**
 * Answers whether the person of this NHS number is known to children's social care, and to whom. The answer, the
 * lookup, the audit row and, where the child is known and the view is unscheduled, the attendance and one alert for
 * each responsible authority are committed together or not at all. The same request again gives the same lookup and
 * alerts nobody twice. A question that names an incident belongs to it, or begins it. Refuses: no setting chosen, too
 * often, the request id used for another number, not found (an incident of another organisation), a practice number.
 */
export async function lookUpChild(
  work: Work,
  request: LookupRequest,
  settings: LookupSettings,
): Promise<ResultCard> {
  const asker = askerOf(work);
  if (isPracticeNumber(request.nhsNumber)) throw new Refusal("conflict", practiceNumberRefused);
  await waitForNumber(work, request.incident);
  await askAboutByKeptPlans(work, request.nhsNumber);
  const found = await readBeforeAnswer(work, { ...request, personId: asker.actor.personId });
  const answer = chooseAnswer(found, settings, work.now);

  const incident = incidentOf(work, found, request);
  const lookup: LookupToWrite = { ...asker, mode: settings.mode, request, answer: answer.answer, incident };
  const known = repeatedLookup(found, lookup);
  const written = known ?? (await writeAnswer(work, lookup, { answer, found, settings }));
  return makeCard(answer, { ...written, nhsNumber: request.nhsNumber, settings, now: work.now });
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

function incidentOf(
  { now }: Work,
  { asked_incident: asked, numbered_incident: ofNumber }: BeforeAnswer,
  { incident }: LookupRequest,
): ChosenIncident | undefined {
  const freshId = IncidentId.parse(randomUUID());
  return incident && chooseIncident({ asked, ofNumber }, { asked: incident, now, freshId });
}

/** A lookup that is on record. */
interface Recorded {
  readonly lookupId: LookupId;
  readonly askedAt: Date;
  readonly incident: Incident | null;
}

function repeatedLookup(
  { repeated }: BeforeAnswer,
  { request, answer }: LookupToWrite,
): Recorded | undefined {
  if (repeated === null) return undefined;
  if (repeated.nhs_number !== request.nhsNumber) {
    throw new Refusal("conflict", "This request was used for another number. Ask again.");
  }
  // What is shown is what was recorded: a register that changed in between is asked anew.
  if (repeated.answer !== answer) throw new Refusal("conflict", registerHasChanged);
  return { lookupId: repeated.id, askedAt: repeated.asked_at, incident: repeated.incident };
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
): Promise<Recorded> {
  const wait = secondsToWait(found.recently_asked_at, settings.LOOKUPS_PER_MINUTE, work.now);
  if (wait > 0) throw new Refusal("too-often", `Too many lookups. Wait ${String(wait)} seconds.`, wait);

  const lookupId = await writeLookup(work, lookup);
  // A second tap or a second phone was faster; read committed shows its rows now.
  if (lookupId === undefined) return afterTwin(work, lookup, { answer, found, settings });

  await recordAudit(work, {
    action: lookup.mode === "unscheduled" ? "child:look-up" : "child:look-up-silently",
    outcome: "done",
    detail: answer.answer,
    nhsNumber: lookup.request.nhsNumber,
    concerns: lookupId,
  });
  if (answer.answer === "held" && lookup.mode === "unscheduled") {
    const incidentId = lookup.incident?.incidentId;
    const { careSettingId } = lookup;
    const isHandedOn = settings.isHandedOn === true;
    const cause = { lookupId, careSettingId, incidentId, isHandedOn, subjects: answer.subjects };
    await writeAttendance(work, lookupId, { ...lookup, arrivedAt: settings.arrivedAt });
    await raiseAlerts(work, cause);
  }
  return { lookupId, askedAt: work.now, incident: incidentOnly(lookup.incident) };
}

async function afterTwin(work: Work, lookup: LookupToWrite, decided: Decided): Promise<Recorded> {
  const found = await readBeforeAnswer(work, { ...lookup.request, personId: lookup.actor.personId });
  const known = repeatedLookup(found, lookup);
  if (known) return known;

  const incident = incidentOf(work, found, lookup.request);
  if (lookup.incident?.isNew !== true || incident === undefined)
    throw new Refusal("unavailable", "The service could not check. Ask again.");
  // Its id is taken, and not by anybody of this organisation.
  if (incident.isNew) throw new Refusal("not-found", "There is no such call of yours. Begin another call.");
  return writeAnswer(work, { ...lookup, incident }, { ...decided, found });
}

function incidentOnly(chosen: ChosenIncident | undefined): Incident | null {
  if (chosen === undefined) return null;
  const { incidentId, openedAt, callNumber } = chosen;
  return { incidentId, openedAt, callNumber };
}
