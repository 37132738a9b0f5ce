import { runningService } from "@/server/api/service";
import { answerMetadata } from "@/server/standards/fhir/answer-metadata";
import { methodNotAllowed } from "@/server/standards/fhir/reply";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  return answerMetadata(runningService(), request);
}

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
