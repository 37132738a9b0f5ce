import { readJson } from "@/server/api/read-json";
import { runningService } from "@/server/api/service";
import { sentAs } from "@/server/standards/fhir/negotiate";
import { answerSubscription } from "@/server/standards/fhir/notify/answer-subscription";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly path?: readonly string[] }>;
}

const mostBytes = 20_000;

async function answer(request: Request, { params }: Address): Promise<Response> {
  const path = (await params).path?.map((part) => part.replace("%24", "$")) ?? [];
  const body = await readJson(request, mostBytes, sentAs);
  return answerSubscription({ service: runningService(), request, path, body, now: new Date() });
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
