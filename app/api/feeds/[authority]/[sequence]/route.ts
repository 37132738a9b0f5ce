import { receiveFeed, tellFeed } from "@/server/api/receive-feed";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly authority: string; readonly sequence: string }>;
}

export async function PUT(request: Request, address: Address): Promise<Response> {
  return receiveFeed(runningService(), request, await addressOf(address));
}

export async function GET(request: Request, address: Address): Promise<Response> {
  return tellFeed(runningService(), request, await addressOf(address));
}

async function addressOf({ params }: Address) {
  const { authority, sequence } = await params;
  return { authorityCode: authority, sequence, now: new Date() };
}
