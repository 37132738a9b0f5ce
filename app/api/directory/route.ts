import { answerDirectory } from "@/server/api/directory";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return answerDirectory(runningService(), request, new Date());
}
