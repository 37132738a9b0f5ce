import { answerAuth } from "@/server/api/answer-auth";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

/** Signing in, by way of an issuer. */
export function GET(request: Request): Promise<Response> {
  return answerAuth(runningService(), request, new Date());
}
