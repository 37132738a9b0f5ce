import { recordTrouble } from "@/server/domain/audit/record-trouble";
import { askAboutChild, permissionFor } from "@/server/standards/ask-about-child";
import { cardsFor, couldNotCheckCard, type HookCard } from "@/server/standards/cds-hooks/cards";
import type { CdsClient } from "@/server/standards/cds-hooks/find-client";
import { openHook, type HookCall } from "@/server/standards/cds-hooks/open-hook";
import { patientInContext, readHook, type HookRequest } from "@/server/standards/cds-hooks/read-hook";
import { originOf, reply } from "@/server/standards/cds-hooks/reply";
import { findPerson } from "@/server/standards/who/find-person";
import { systemActor, type Actor, type PersonActor } from "@/server/vocabulary/actor";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * Answers `POST /cds-services/{id}`: a card where a plan is held, none where none is, and a card that says so wherever
 * it could not be checked. A system that shows no card for an error would otherwise show *none held*.
 */
export function answerHook(call: HookCall): Promise<Response> {
  const { body } = call;
  return openHook(call, "", async (client, { hook }) => {
    const read = readHook(body, hook);
    if (!read.ok) return reply(call, 400, { error: read.words });
    return reply(call, 200, { cards: await cardsOf(call, client, read.request) });
  });
}

async function cardsOf(
  call: HookCall,
  client: CdsClient,
  request: HookRequest,
): Promise<readonly HookCard[]> {
  const attempt: Attempt = { actor: systemActor("door"), mode: "unscheduled" };
  try {
    return await ask(call, { client, request, attempt });
  } catch (cause) {
    const { actor, mode } = attempt;
    const { service, now } = call;
    await recordTrouble(service, { actor, now }, { permission: permissionFor(mode), cause });
    const words = cause instanceof Refusal ? cause.message : "The service could not check.";
    return [couldNotCheckCard(words, originOf(service))];
  }
}

/** Who tries what, as far as it is known, for the record. */
interface Attempt {
  actor: Actor;
  mode: "unscheduled" | "scheduled";
}

interface Asking {
  readonly client: CdsClient;
  readonly request: HookRequest;
  readonly attempt: Attempt;
}

async function ask(
  { service, now }: HookCall,
  { client, request, attempt }: Asking,
): Promise<readonly HookCard[]> {
  const { extension = {}, hook, hookInstance: trace } = request;
  const found = await findPerson({
    service,
    now,
    token: extension["lantern.person-token"],
    // Opening a record is not yet an attendance: whoever may look silently does.
    activity: hook === "patient-view" ? "B0170" : "B0107",
  });
  if (found.kind !== "person")
    throw new Refusal(found.kind === "unavailable" ? "unavailable" : "not-permitted", found.words);
  const { actor } = found;
  const mode = modeOf(actor);
  Object.assign(attempt, { actor, mode });
  if (!client.organisations.includes(found.organisationCode))
    throw new Refusal("not-permitted", "This system may not ask for people of your organisation.");

  const number = patientInContext(request);
  if (!number.ok) throw new Refusal("invalid", number.words);
  const careSetting = extension["lantern.care-setting"];
  const { nhsNumber } = number;
  const asked = await askAboutChild(service, {
    actor,
    client: found.client,
    mode,
    trace,
    careSetting,
    nhsNumber,
    now,
  });
  if (asked.kind === "no-setting") throw new Refusal("invalid", "Your system did not say where you work.");
  return cardsFor(asked.card, originOf(service));
}

function modeOf({ role }: PersonActor): Attempt["mode"] {
  return role === "scheduled-clinician" ? "scheduled" : "unscheduled";
}
