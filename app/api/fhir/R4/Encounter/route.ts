import { readJson } from "@/server/api/read-json";
import { runningService } from "@/server/api/service";
import { answerEncounter, encounterTypes, mostBytes } from "@/server/standards/fhir/answer-encounter";
import { verbsReply } from "@/server/standards/fhir/reply";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  const body = await readJson(request, mostBytes, encounterTypes);
  return answerEncounter(runningService(), { request, body, now: new Date() });
}

function onlyPost(): Response {
  return verbsReply(["POST"]);
}

export { onlyPost as DELETE, onlyPost as GET, onlyPost as HEAD, onlyPost as PATCH, onlyPost as PUT };
