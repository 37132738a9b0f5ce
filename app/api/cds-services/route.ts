import { runningService } from "@/server/api/service";
import { answerDiscovery } from "@/server/standards/cds-hooks/answer-discovery";
import { preflight } from "@/server/standards/cds-hooks/reply";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  return answerDiscovery(runningService(), request);
}

export function OPTIONS(request: Request): Response {
  return preflight(runningService(), request);
}
