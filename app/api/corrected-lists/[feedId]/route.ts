import { downloadCorrectedList } from "@/server/api/download-corrected-list";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly feedId: string }>;
}

export async function GET(request: Request, { params }: Address): Promise<Response> {
  const { feedId } = await params;
  return downloadCorrectedList(runningService(), request, { feedId, now: new Date() });
}
