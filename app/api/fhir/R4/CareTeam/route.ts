import { runningService } from "@/server/api/service";
import { answerSearch } from "@/server/standards/fhir/answer-search";
import { methodNotAllowed } from "@/server/standards/fhir/reply";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return answerSearch(runningService(), request, { resource: "CareTeam", now: new Date() });
}

// HEAD too: a look that nobody sees the answer of would still tell the authority.
export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
