import type { FhirResource } from "fhir/r4";
import type { Fault } from "@/server/standards/fhir/fault";
import { fhirJson } from "@/server/standards/fhir/negotiate";
import { operationOutcome } from "@/server/standards/fhir/operation-outcome";

/** A resource as it travels. The caller's reference comes back with it. */
export function resourceReply(resource: FhirResource, trace?: string): Response {
  return reply(200, resource, traceHeader(trace));
}

/** A resource that was made, and where. */
export function createdReply(resource: FhirResource, base: string, trace?: string): Response {
  const place = { Location: `${base}/${resource.resourceType}/${resource.id ?? ""}` };
  return reply(201, resource, { ...place, ...traceHeader(trace) });
}

/** A fault as it travels. */
export function faultReply(fault: Fault, trace?: string): Response {
  return reply(fault.status, operationOutcome(fault), { ...fault.headers, ...traceHeader(trace) });
}

function traceHeader(trace: string | undefined): Readonly<Record<string, string>> {
  return trace === undefined ? {} : { "X-Request-ID": trace };
}

function reply(status: number, resource: FhirResource, headers: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(resource), {
    status,
    headers: { "Content-Type": fhirJson, "Cache-Control": "no-store", ...headers },
  });
}

/** What every other verb of a resource gets that is only searched. */
export function methodNotAllowed(): Response {
  return faultReply({
    status: 405,
    type: "not-supported",
    words: "This interface is for reading: use GET.",
    headers: { Allow: "GET" },
  });
}

/** What every other verb of a resource gets that is only sent. */
export function onlyPost(): Response {
  return faultReply({
    status: 405,
    type: "not-supported",
    words: "An Encounter can only be sent here: use POST.",
    headers: { Allow: "POST" },
  });
}

/** What every other resource gets. */
export function notFound(): Response {
  return faultReply({
    status: 404,
    type: "not-found",
    words: "There are CareTeam and AuditEvent to search, Encounter to post, and metadata.",
  });
}
