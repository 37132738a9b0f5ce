import type { Work } from "@/server/db/work";
import { endSession, type EndedSession } from "@/server/domain/access/end-session";
import { Refusal } from "@/server/vocabulary/refusal";

/** Signs the person out: their session is refused from the next call on, wherever its cookie may be. */
export async function closeSession(work: Work): Promise<EndedSession | undefined> {
  if (work.actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can sign out.");
  return endSession(work, work.actor.sessionId, "signed-out");
}
