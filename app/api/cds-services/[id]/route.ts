import { readJson } from "@/server/api/read-json";
import { runningService } from "@/server/api/service";
import { answerHook } from "@/server/standards/cds-hooks/answer-hook";
import { mostBytes, preflight } from "@/server/standards/cds-hooks/reply";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly id: string }>;
}

export async function POST(request: Request, { params }: Address): Promise<Response> {
  const { id } = await params;
  const body = await readJson(request, mostBytes);
  return answerHook({ service: runningService(), request, body, serviceId: id, now: new Date() });
}

export function OPTIONS(request: Request): Response {
  return preflight(runningService(), request);
}
