import { capabilityStatement } from "@/server/standards/fhir/capability-statement";
import { negotiate } from "@/server/standards/fhir/negotiate";
import { faultReply, resourceReply } from "@/server/standards/fhir/reply";
import type { StandardsService } from "@/server/standards/standards-service";
import { fhirBase } from "@/server/vocabulary/fhir-base";

/** Answers `GET /metadata`: what this interface can do. */
export function answerMetadata(service: StandardsService, request: Request): Response {
  const refused = negotiate(new URL(request.url).searchParams, request.headers.get("accept"));
  return refused === undefined
    ? resourceReply(capabilityStatement(fhirBase(service.configuration)))
    : faultReply(refused);
}
