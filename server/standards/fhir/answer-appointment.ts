import type { Appointment } from "fhir/r4";
import { askAnew } from "@/server/standards/ask-anew";
import { askOnRecord, asPerson, type Person } from "@/server/standards/fhir/ask-on-record";
import type { EncounterCall } from "@/server/standards/fhir/answer-encounter";
import { badHeader, type Fault } from "@/server/standards/fhir/fault";
import { negotiate } from "@/server/standards/fhir/negotiate";
import { recordFault } from "@/server/standards/fhir/put-on-record";
import {
  appointmentKindSystem,
  readAppointment,
  type MissedAppointment,
} from "@/server/standards/fhir/read-appointment";
import { readHeaders, type ReadHeaders } from "@/server/standards/fhir/read-headers";
import { createdReply, faultReply } from "@/server/standards/fhir/reply";
import type { StandardsService } from "@/server/standards/standards-service";
import { uuidOfParts } from "@/server/standards/uuid-of";
import { fhirBase } from "@/server/vocabulary/fhir-base";
import { RequestId } from "@/server/vocabulary/ids";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";

const mode = "scheduled";

/**
 * Answers `POST /Appointment`: a clinic's system says that a child was not brought, in the words of the clinician behind the
 * token. That is a silent look, and where a plan is held a report to the authority, in one transaction; sent again it is the
 * same report. What is held is not in the reply. Everything refused is on record. Never throws.
 */
export async function answerAppointment(service: StandardsService, call: EncounterCall): Promise<Response> {
  const { request, now } = call;
  const refused = negotiate(new URL(request.url).searchParams, request.headers.get("accept"));
  if (refused !== undefined) return faultReply(refused);

  const headers = readHeaders(request.headers);
  const trace = headers.ok ? headers.trace : undefined;
  const answer = await asPerson(service, { request, mode, now }, (person) =>
    reportFor(service, person, { ...call, headers }),
  );
  if (!("resourceType" in answer)) return faultReply(answer, trace);
  return createdReply(answer, {
    Location: `${fhirBase(service.configuration)}/Appointment/${answer.id ?? ""}`,
    ...(trace !== undefined && { "X-Request-ID": trace }),
  });
}

interface Knock extends EncounterCall {
  readonly headers: ReadHeaders;
}

async function reportFor(
  service: StandardsService,
  { actor, client, organisationCode }: Person,
  { request, headers, body, now }: Knock,
): Promise<Appointment | Fault> {
  const refuse = (fault: Fault) => recordFault(service, { actor, mode, now, fault });
  if (!headers.ok) return refuse(headers.fault);
  if (isSaidUnscheduled(request.headers, headers))
    return refuse(badHeader("A missed appointment is scheduled care."));
  const read = readAppointment(body, now);
  if (!read.ok) return refuse(read.fault);

  const { nhsNumber, identifier, report } = read.missed;
  const parts = [organisationCode, identifier.system ?? "", identifier.value, nhsNumber];
  // Another word of the clinician is another report, above all that they are worried by now.
  const requestId = RequestId.parse(uuidOfParts("missed", ...parts, JSON.stringify(report)));
  const { careSetting, trace } = headers;
  const question = { actor, client, mode, trace, careSetting, nhsNumber, now, requestId } as const;
  const asked = await askOnRecord(service, { ...question, missed: report }, askAnew);
  return "status" in asked ? asked : appointmentOf(read.missed, asked.card.lookupId);
}

/** Not said is scheduled here: there is no other kind of missed appointment. */
function isSaidUnscheduled(sent: Headers, { mode: read }: { readonly mode: string }): boolean {
  const isSaid = sent.has("IsUnscheduledAccessEvent") || sent.has("IsUnscheduledEvent");
  return isSaid && read === "unscheduled";
}

/** The appointment as it was understood, and nothing of what is held. */
function appointmentOf({ nhsNumber, identifier, report }: MissedAppointment, id: string): Appointment {
  return {
    resourceType: "Appointment",
    id,
    identifier: [identifier.system === undefined ? { value: identifier.value } : { ...identifier }],
    status: "noshow",
    serviceType: [{ coding: [{ system: appointmentKindSystem, code: report.appointmentKind }] }],
    start: report.missedAt.toISOString(),
    participant: [
      {
        actor: { type: "Patient", identifier: { system: nhsNumberSystem, value: nhsNumber } },
        status: "accepted",
      },
    ],
  };
}
