import { reply } from "@/server/standards/cds-hooks/reply";
import { hookServices } from "@/server/standards/cds-hooks/services";
import type { StandardsService } from "@/server/standards/standards-service";

/** Answers `GET /cds-services`: which services there are. Says nothing about anybody, so it is open to all. */
export function answerDiscovery(service: StandardsService, request: Request): Response {
  return reply({ service, request }, 200, { services: hookServices });
}
