import type { FhirResource } from "fhir/r4";
import type { Fault } from "@/server/standards/fhir/fault";
import { fhirJson } from "@/server/standards/fhir/negotiate";
import { operationOutcome } from "@/server/standards/fhir/operation-outcome";

/** A resource as it travels. The caller's reference comes back with it. */
export function resourceReply(resource: FhirResource, trace?: string): Response {
  return reply(200, resource, traceHeader(trace));
}

/** A resource that was made just now; whatever is told this once stands in the headers. */
export function createdReply(
  resource: FhirResource,
  headers: { readonly Location: string } & Readonly<Record<string, string>>,
): Response {
  return reply(201, resource, headers);
}

/** What a system asked to be ended has ended. */
export function goneReply(): Response {
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
}

/** What every other verb gets where some do something. */
export function verbsReply(verbs: readonly string[]): Response {
  return faultReply({
    status: 405,
    type: "not-supported",
    words: `This address takes ${verbs.join(" and ")} only.`,
    headers: { Allow: verbs.join(", ") },
  });
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
  return verbsReply(["GET"]);
}

/** What every other resource gets. */
export function notFound(): Response {
  return faultReply({
    status: 404,
    type: "not-found",
    words:
      "There are CareTeam, AuditEvent, Encounter, Subscription, Communication and metadata here, and nothing else.",
  });
}
