import type { Bundle } from "fhir/r4";
import type { Asked } from "@/server/standards/ask-about-child";
import { askOnRecord, asPerson, type Person } from "@/server/standards/fhir/ask-on-record";
import { auditEventBundle } from "@/server/standards/fhir/audit-events";
import { careTeamBundle } from "@/server/standards/fhir/care-teams";
import type { Fault } from "@/server/standards/fhir/fault";
import { negotiate } from "@/server/standards/fhir/negotiate";
import { recordFault } from "@/server/standards/fhir/put-on-record";
import { readHeaders, type ReadHeaders } from "@/server/standards/fhir/read-headers";
import { readSearch } from "@/server/standards/fhir/read-search";
import { faultReply, resourceReply } from "@/server/standards/fhir/reply";
import type { StandardsService } from "@/server/standards/standards-service";
import { fhirBase } from "@/server/vocabulary/fhir-base";

interface Search {
  readonly resource: "CareTeam" | "AuditEvent";
  readonly now: Date;
}

/**
 * Answers `GET /CareTeam` and `GET /AuditEvent` as the national interface does. Either is a look at the child by the
 * person behind the token; both with one TraceID are one look. Everything refused is on record. Never throws.
 */
export async function answerSearch(
  service: StandardsService,
  request: Request,
  search: Search,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const refused = negotiate(query, request.headers.get("accept"));
  if (refused !== undefined) return faultReply(refused);

  const headers = readHeaders(request.headers);
  const trace = headers.ok ? headers.trace : undefined;
  const answer = await answerOrFault(service, request, { ...search, query, headers });
  return "status" in answer ? faultReply(answer, trace) : resourceReply(answer, trace);
}

interface Knock extends Search {
  readonly query: URLSearchParams;
  readonly headers: ReadHeaders;
}

function answerOrFault(service: StandardsService, request: Request, knock: Knock): Promise<Bundle | Fault> {
  const { headers, now } = knock;
  const mode = headers.ok ? headers.mode : "unscheduled";
  return asPerson(service, { request, mode, now }, (person) => answerPerson(service, person, knock));
}

async function answerPerson(
  service: StandardsService,
  { actor, client }: Person,
  { headers, query, resource, now }: Knock,
): Promise<Bundle | Fault> {
  const mode = headers.ok ? headers.mode : "unscheduled";
  const refuse = (fault: Fault) => recordFault(service, { actor, mode, now, fault });
  if (!headers.ok) return refuse(headers.fault);
  const search = readSearch(query);
  if (!search.ok) return refuse(search.fault);

  const { nhsNumber } = search;
  const asked = await askOnRecord(service, { ...headers, actor, client, nhsNumber, now });
  if ("status" in asked) return asked;
  return bundleOf(resource, asked, { base: fhirBase(service.configuration), nhsNumber });
}

function bundleOf(
  resource: Search["resource"],
  { card, accesses }: Extract<Asked, { kind: "answered" }>,
  place: { readonly base: string; readonly nhsNumber: string },
): Bundle {
  return resource === "CareTeam" ? careTeamBundle(card, place) : auditEventBundle(card, accesses, place);
}
