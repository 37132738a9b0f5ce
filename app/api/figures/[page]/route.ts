import { readFileRequest } from "@/app/(oversight)/insight/insight-address";
import { downloadFigures } from "@/server/api/download-figures";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly page: string }>;
}

export async function GET(request: Request, { params }: Address): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const file = readFileRequest((await params).page, query);
  return downloadFigures(runningService(), request, { file, now: new Date() });
}
