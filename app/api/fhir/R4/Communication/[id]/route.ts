import { runningService } from "@/server/api/service";
import { answerCommunication } from "@/server/standards/fhir/notify/answer-communication";

export const dynamic = "force-dynamic";

interface Address {
  readonly params: Promise<{ readonly id: string }>;
}

async function answer(request: Request, { params }: Address): Promise<Response> {
  const { id } = await params;
  return answerCommunication({ service: runningService(), request, id, now: new Date() });
}

// HEAD and all the others: a notice is read, and nothing else is done with it.
export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
