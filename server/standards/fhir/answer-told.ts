import type { Appointment, Encounter } from "fhir/r4";
import { asPerson, type Person } from "@/server/standards/fhir/ask-on-record";
import type { Fault } from "@/server/standards/fhir/fault";
import { negotiate } from "@/server/standards/fhir/negotiate";
import { recordFault } from "@/server/standards/fhir/put-on-record";
import { readHeaders, type AskedBy } from "@/server/standards/fhir/read-headers";
import { createdReply, faultReply } from "@/server/standards/fhir/reply";
import type { StandardsService } from "@/server/standards/standards-service";
import { fhirBase } from "@/server/vocabulary/fhir-base";

/** A system tells what has happened to a patient. */
export interface ToldCall {
  readonly request: Request;
  /** The JSON of its body; undefined where that is none, or too large. */
  readonly body: unknown;
  readonly now: Date;
}

/** The same from a person who is known, with headers that can be read. */
export interface Told extends ToldCall {
  readonly person: Person;
  readonly headers: AskedBy;
  /** Puts on record why it is not taken. */
  readonly refuse: (fault: Fault) => Promise<Fault>;
}

interface Telling<Resource> {
  readonly resourceType: Resource extends { resourceType: infer Name } ? Name : never;
  readonly mode: AskedBy["mode"];
  readonly take: (told: Told) => Promise<Resource | Fault>;
}

/**
 * Answers the `POST` of a resource in which a system tells something: 201 with the resource as it was understood, or a
 * fault. Everything refused is on record. Never throws.
 */
export async function answerTold<Resource extends Appointment | Encounter>(
  service: StandardsService,
  call: ToldCall,
  { resourceType, mode, take }: Telling<Resource>,
): Promise<Response> {
  const { request, now } = call;
  const refused = negotiate(new URL(request.url).searchParams, request.headers.get("accept"));
  if (refused !== undefined) return faultReply(refused);

  const headers = readHeaders(request.headers);
  const trace = headers.ok ? headers.trace : undefined;
  const answer = await asPerson(service, { request, mode, now }, (person) => {
    const refuse = (fault: Fault) => recordFault(service, { actor: person.actor, mode, now, fault });
    return headers.ok ? take({ ...call, person, headers, refuse }) : refuse(headers.fault);
  });
  if (!("resourceType" in answer)) return faultReply(answer, trace);
  return createdReply(answer, {
    Location: `${fhirBase(service.configuration)}/${resourceType}/${answer.id ?? ""}`,
    ...(trace !== undefined && { "X-Request-ID": trace }),
  });
}
