import { listNotices } from "@/server/api/list-notices";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly authority: string }>;
}

export async function GET(request: Request, { params }: Address): Promise<Response> {
  const { authority } = await params;
  return listNotices(runningService(), request, { authorityCode: authority, now: new Date() });
}
