import { readForm } from "@/server/api/read-form";
import { runningService } from "@/server/api/service";
import { answerToken } from "@/server/standards/who/answer-token";

export const dynamic = "force-dynamic";

const mostBytes = 20_000;

export async function POST(request: Request): Promise<Response> {
  return answerToken({
    service: runningService(),
    form: await readForm(request, mostBytes),
    now: new Date(),
  });
}
