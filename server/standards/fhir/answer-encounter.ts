import type { Encounter } from "fhir/r4";
import { answerTold, type Told, type ToldCall } from "@/server/standards/fhir/answer-told";
import { askAnew, type ToldQuestion } from "@/server/standards/fhir/ask-anew";
import { badHeader, type Fault } from "@/server/standards/fhir/fault";
import { readEncounter, type Arrival } from "@/server/standards/fhir/read-encounter";
import type { AskedBy } from "@/server/standards/fhir/read-headers";
import type { StandardsService } from "@/server/standards/standards-service";
import { uuidOfParts } from "@/server/standards/uuid-of";
import { IncidentId, RequestId } from "@/server/vocabulary/ids";
import { isCallNumber, tidyCallNumber } from "@/server/vocabulary/incident";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";

const mode = "unscheduled";

/**
 * Answers `POST /Encounter`: a hospital's or dispatch system says that a patient has arrived. That is a look by the
 * person behind the token, and where a plan is held the attendance of the child and an alert. What is held is not in
 * the reply: whoever is with the child reads it as `CareTeam`. Everything refused is on record. Never throws.
 */
export async function answerEncounter(service: StandardsService, call: ToldCall): Promise<Response> {
  const take = (told: Told) => createFor(service, told);
  return answerTold<Encounter>(service, call, { resourceType: "Encounter", mode, take });
}

async function createFor(
  service: StandardsService,
  { person: { actor, client, organisationCode }, headers, body, now, refuse }: Told,
): Promise<Encounter | Fault> {
  if (headers.mode === "scheduled") return refuse(badHeader("An Encounter here is unscheduled care."));
  const read = readEncounter(body, now);
  if (!read.ok) return refuse(read.fault);

  const question = { ...questionOf(read.arrival, { headers, organisationCode }), actor, client, now };
  const asked = await askAnew(service, question);
  return "status" in asked ? asked : encounterOf(read.arrival, { id: asked.card.lookupId, organisationCode });
}

interface Place {
  readonly headers: AskedBy;
  readonly organisationCode: string;
}

/**
 * All that is asked in one encounter is one incident, whoever asks, and by whichever door: the number of a call-out that a
 * crew typed is the same number. An arrival that one person sends again, as at each change of its status, is one look.
 */
function questionOf(
  { nhsNumber, arrivedAt, identifier }: Arrival,
  { headers, organisationCode }: Place,
): Omit<ToldQuestion, "actor" | "client" | "now"> {
  const place = [organisationCode, identifier.system ?? "", identifier.value];
  const callNumber = tidyCallNumber(identifier.value);
  const incident = {
    incidentId: IncidentId.parse(uuidOfParts("encounter", ...place)),
    ...(isCallNumber(callNumber) && { callNumber }),
  };
  const requestId = RequestId.parse(uuidOfParts("arrival", ...place, nhsNumber, arrivedAt.toISOString()));
  const { careSetting, trace } = headers;
  return { mode, trace, careSetting, nhsNumber, requestId, arrival: { arrivedAt, incident } };
}

/** The encounter as it was understood, and nothing of what is held. */
function encounterOf(
  { nhsNumber, arrivedAt, identifier, status, classCode }: Arrival,
  { id, organisationCode }: { readonly id: string; readonly organisationCode: string },
): Encounter {
  return {
    resourceType: "Encounter",
    id,
    identifier: [identifier.system === undefined ? { value: identifier.value } : { ...identifier }],
    status,
    class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: classCode },
    subject: { identifier: { system: nhsNumberSystem, value: nhsNumber } },
    period: { start: arrivedAt.toISOString() },
    serviceProvider: {
      identifier: { system: "https://fhir.nhs.uk/Id/ods-organization-code", value: organisationCode },
    },
  };
}
