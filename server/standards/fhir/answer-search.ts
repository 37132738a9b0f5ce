import type { Bundle } from "fhir/r4";
import { askAboutChild, type Asked } from "@/server/standards/ask-about-child";
import { auditEventBundle } from "@/server/standards/fhir/audit-events";
import { careTeamBundle } from "@/server/standards/fhir/care-teams";
import { badHeader, type Fault } from "@/server/standards/fhir/fault";
import { negotiate } from "@/server/standards/fhir/negotiate";
import { recordCause, recordFault, recordShut } from "@/server/standards/fhir/put-on-record";
import { readHeaders, type ReadHeaders } from "@/server/standards/fhir/read-headers";
import { readSearch } from "@/server/standards/fhir/read-search";
import { faultReply, resourceReply } from "@/server/standards/fhir/reply";
import type { StandardsService } from "@/server/standards/standards-service";
import { bearerOf } from "@/server/standards/who/bearer";
import { findPerson, type FoundPerson } from "@/server/standards/who/find-person";
import { systemActor } from "@/server/vocabulary/actor";
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

async function answerOrFault(
  service: StandardsService,
  request: Request,
  knock: Knock,
): Promise<Bundle | Fault> {
  const { headers, now } = knock;
  const mode = headers.ok ? headers.mode : "unscheduled";
  try {
    const activity = mode === "unscheduled" ? "B0107" : "B0170";
    const found = await findPerson({ service, token: bearerOf(request.headers), now, activity });
    if (found.kind !== "person") return await recordShut(service, found, { mode, now });
    return await answerPerson(service, found, knock);
  } catch (cause) {
    return recordCause(service, { actor: systemActor("door"), mode, now, cause });
  }
}

async function answerPerson(
  service: StandardsService,
  { actor, client }: Extract<FoundPerson, { kind: "person" }>,
  { headers, query, resource, now }: Knock,
): Promise<Bundle | Fault> {
  const mode = headers.ok ? headers.mode : "unscheduled";
  const refuse = (fault: Fault) => recordFault(service, { actor, mode, now, fault });
  if (!headers.ok) return refuse(headers.fault);
  const search = readSearch(query);
  if (!search.ok) return refuse(search.fault);

  const { nhsNumber } = search;
  const asked = await askAboutChild(service, { ...headers, actor, client, nhsNumber, now }).catch(
    (cause: unknown) => recordCause(service, { actor, mode, now, cause }),
  );
  if ("status" in asked) return asked;
  if (asked.kind === "no-setting") return refuse(badHeader(asked.words));
  return bundleOf(resource, asked, { base: fhirBase(service.configuration), nhsNumber });
}

function bundleOf(
  resource: Search["resource"],
  { card, accesses }: Extract<Asked, { kind: "answered" }>,
  place: { readonly base: string; readonly nhsNumber: string },
): Bundle {
  return resource === "CareTeam" ? careTeamBundle(card, place) : auditEventBundle(card, accesses, place);
}
