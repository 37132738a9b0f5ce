import { receiveReceipt } from "@/server/api/receive-receipt";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return receiveReceipt(runningService(), request, new Date());
}
