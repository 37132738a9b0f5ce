import { readRowsRequest } from "@/app/(oversight)/insight/insight-address";
import { downloadRows } from "@/server/api/rows-file/download-rows";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const rows = readRowsRequest(Object.fromEntries(new URL(request.url).searchParams));
  return downloadRows(runningService(), request, { rows, now: new Date() });
}
