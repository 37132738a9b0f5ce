import { answerHealth } from "@/server/api/health";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return answerHealth(runningService(), new Date());
}
