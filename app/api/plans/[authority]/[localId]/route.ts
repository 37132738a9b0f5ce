import { tellPlan } from "@/server/api/receive-plan";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly authority: string; readonly localId: string }>;
}

export async function PUT(request: Request, { params }: Address): Promise<Response> {
  const { authority, localId } = await params;
  return tellPlan(runningService(), request, { authorityCode: authority, localId, now: new Date() });
}
