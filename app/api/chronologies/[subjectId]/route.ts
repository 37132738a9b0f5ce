import { downloadChronology } from "@/server/api/download-chronology";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly subjectId: string }>;
}

export async function GET(request: Request, { params }: Address): Promise<Response> {
  const { subjectId } = await params;
  return downloadChronology(runningService(), request, { subjectId, now: new Date() });
}
