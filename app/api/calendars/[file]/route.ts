import { answerCalendar } from "@/server/api/answer-calendar";
import { runningService } from "@/server/api/service";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly file: string }>;
}

export async function GET(_request: Request, { params }: Address): Promise<Response> {
  return answerCalendar(runningService(), { file: (await params).file, now: new Date() });
}
