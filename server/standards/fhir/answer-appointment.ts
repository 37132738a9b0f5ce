import type { Appointment } from "fhir/r4";
import { answerTold, type Told, type ToldCall } from "@/server/standards/fhir/answer-told";
import { askAnew } from "@/server/standards/fhir/ask-anew";
import { badHeader, type Fault } from "@/server/standards/fhir/fault";
import {
  appointmentKindSystem,
  readAppointment,
  type MissedAppointment,
} from "@/server/standards/fhir/read-appointment";
import type { AskedBy } from "@/server/standards/fhir/read-headers";
import type { StandardsService } from "@/server/standards/standards-service";
import { uuidOfParts } from "@/server/standards/uuid-of";
import { RequestId } from "@/server/vocabulary/ids";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";

const mode = "scheduled";

/**
 * Answers `POST /Appointment`: a clinic's system says that a child was not brought, in the words of the clinician behind the
 * token. That is a silent look, and where a plan is held a report to the authority, in one transaction; sent again it is the
 * same report. What is held is not in the reply. Everything refused is on record. Never throws.
 */
export async function answerAppointment(service: StandardsService, call: ToldCall): Promise<Response> {
  const take = (told: Told) => reportFor(service, told);
  return answerTold<Appointment>(service, call, { resourceType: "Appointment", mode, take });
}

async function reportFor(
  service: StandardsService,
  { person: { actor, client, organisationCode }, request, headers, body, now, refuse }: Told,
): Promise<Appointment | Fault> {
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
  const asked = await askAnew(service, { ...question, missed: report });
  return "status" in asked ? asked : appointmentOf(read.missed, asked.card.lookupId);
}

/** Not said is scheduled here: there is no other kind of missed appointment. */
function isSaidUnscheduled(sent: Headers, { mode: read }: AskedBy): boolean {
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
