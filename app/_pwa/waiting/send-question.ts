import { patienceMilliseconds } from "./patience";
import { readOutcome, type Outcome } from "./read-outcome";
import type { WaitingQuestion } from "./waiting-store";
import { sessionMarkerHeader } from "@/server/vocabulary/session-marker";

const procedures = { unscheduled: "lookup.child", scheduled: "lookup.childSilently" } as const;

/**
 * Sends a question that waited, under the request id that it was given at first: if it did arrive then, it is not asked
 * twice. Names the session that it belongs to, so that it is never asked in another person's name. Without the
 * procedures' client, because the service worker and the page for places without signal send it too.
 */
export async function sendQuestion(
  { mode, requestId, asked }: WaitingQuestion,
  marker: string,
): Promise<Outcome> {
  try {
    const answer = await fetch(`/api/trpc/${procedures[mode]}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", [sessionMarkerHeader]: marker },
      body: JSON.stringify({ json: { ...asked, requestId } }),
      signal: AbortSignal.timeout(patienceMilliseconds),
      redirect: "error",
      cache: "no-store",
    });
    return readOutcome(await answer.text());
  } catch {
    return { kind: "unreachable" };
  }
}
