import { receiveRenewal } from "@/server/api/receive-renewal";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return receiveRenewal(runningService(), request, new Date());
}
