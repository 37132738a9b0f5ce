import { receiveFeed } from "@/server/api/receive-feed";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly authority: string; readonly sequence: string }>;
}

export async function PUT(request: Request, { params }: Address): Promise<Response> {
  const { authority, sequence } = await params;
  return receiveFeed(runningService(), request, { authorityCode: authority, sequence, now: new Date() });
}
