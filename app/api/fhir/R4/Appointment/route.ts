import { readJson } from "@/server/api/read-json";
import { runningService } from "@/server/api/service";
import { answerAppointment } from "@/server/standards/fhir/answer-appointment";
import { sentAs } from "@/server/standards/fhir/negotiate";
import { verbsReply } from "@/server/standards/fhir/reply";

export const dynamic = "force-dynamic";

/** More is no appointment. */
const mostBytes = 262_144;

export async function POST(request: Request): Promise<Response> {
  const body = await readJson(request, mostBytes, sentAs);
  return answerAppointment(runningService(), { request, body, now: new Date() });
}

function onlyPost(): Response {
  return verbsReply(["POST"]);
}

export { onlyPost as DELETE, onlyPost as GET, onlyPost as HEAD, onlyPost as PATCH, onlyPost as PUT };
