import { receiveProof } from "@/server/api/receive-proof";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return receiveProof(runningService(), request, new Date());
}
