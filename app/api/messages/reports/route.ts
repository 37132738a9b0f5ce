import { receiveTextReport } from "@/server/api/receive-text-report";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return receiveTextReport(runningService(), request, new Date());
}
