import type { Encounter } from "fhir/r4";
import type { Question } from "@/server/standards/ask-about-child";
import { askAnew } from "@/server/standards/ask-anew";
import { askOnRecord, asPerson, type Person } from "@/server/standards/fhir/ask-on-record";
import { badHeader, type Fault } from "@/server/standards/fhir/fault";
import { negotiate } from "@/server/standards/fhir/negotiate";
import { recordFault } from "@/server/standards/fhir/put-on-record";
import { readEncounter, type Arrival } from "@/server/standards/fhir/read-encounter";
import { readHeaders, type ReadHeaders } from "@/server/standards/fhir/read-headers";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";
import { createdReply, faultReply } from "@/server/standards/fhir/reply";
import type { StandardsService } from "@/server/standards/standards-service";
import { uuidOfParts } from "@/server/standards/uuid-of";
import { IncidentId, RequestId } from "@/server/vocabulary/ids";
import { fhirBase } from "@/server/vocabulary/fhir-base";
import { isCallNumber, tidyCallNumber } from "@/server/vocabulary/incident";

const mode = "unscheduled";

export interface EncounterCall {
  readonly request: Request;
  /** The JSON of its body; undefined where that is none, or too large. */
  readonly body: unknown;
  readonly now: Date;
}

/**
 * Answers `POST /Encounter`: a hospital's or dispatch system says that a patient has arrived. That is a look by the
 * person behind the token, and where a plan is held the attendance of the child and an alert. What is held is not in
 * the reply: whoever is with the child reads it as `CareTeam`. Everything refused is on record. Never throws.
 */
export async function answerEncounter(service: StandardsService, call: EncounterCall): Promise<Response> {
  const { request, now } = call;
  const refused = negotiate(new URL(request.url).searchParams, request.headers.get("accept"));
  if (refused !== undefined) return faultReply(refused);

  const headers = readHeaders(request.headers);
  const trace = headers.ok ? headers.trace : undefined;
  const answer = await asPerson(service, { request, mode, now }, (person) =>
    createFor(service, person, { ...call, headers }),
  );
  if (!("resourceType" in answer)) return faultReply(answer, trace);
  return createdReply(answer, {
    Location: `${fhirBase(service.configuration)}/Encounter/${answer.id ?? ""}`,
    ...(trace !== undefined && { "X-Request-ID": trace }),
  });
}

interface Knock extends EncounterCall {
  readonly headers: ReadHeaders;
}

async function createFor(
  service: StandardsService,
  { actor, client, organisationCode }: Person,
  { headers, body, now }: Knock,
): Promise<Encounter | Fault> {
  const refuse = (fault: Fault) => recordFault(service, { actor, mode, now, fault });
  if (!headers.ok) return refuse(headers.fault);
  if (headers.mode === "scheduled") return refuse(badHeader("An Encounter here is unscheduled care."));
  const read = readEncounter(body, now);
  if (!read.ok) return refuse(read.fault);

  const question = { ...questionOf(read.arrival, { headers, organisationCode }), actor, client, now };
  const asked = await askOnRecord(service, question, askAnew);
  return "status" in asked ? asked : encounterOf(read.arrival, { id: asked.card.lookupId, organisationCode });
}

interface Place {
  readonly headers: Extract<ReadHeaders, { ok: true }>;
  readonly organisationCode: string;
}

/**
 * All that is asked in one encounter is one incident, whoever asks, and by whichever door: the number of a call-out that a
 * crew typed is the same number. An arrival that one person sends again, as at each change of its status, is one look.
 */
function questionOf(
  { nhsNumber, arrivedAt, identifier }: Arrival,
  { headers, organisationCode }: Place,
): Pick<Question, "mode" | "trace" | "careSetting" | "nhsNumber" | "arrival" | "requestId"> {
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
