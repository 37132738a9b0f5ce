import { answerMetrics } from "@/server/api/metrics";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return answerMetrics(runningService(), new Date());
}
