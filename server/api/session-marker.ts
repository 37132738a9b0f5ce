import { createHash } from "node:crypto";
import { sessionMarkerHeader } from "@/server/vocabulary/session-marker";
import type { SessionId } from "@/server/vocabulary/ids";

/**
 * Tells one session from another without being of use to anybody: the session's id cannot be found from it, and it
 * opens nothing. A phone keeps it beside what it keeps for this session.
 */
export function sessionMarkerOf(sessionId: SessionId): string {
  return createHash("sha256").update(`lantern session marker ${sessionId}`).digest("hex").slice(0, 32);
}

/**
 * True where the page that asks was made for another session than the cookie now stands for: somebody else has signed
 * in beside it. What was begun by one person is never asked in the name of another.
 */
export function isOfAnotherSession(headers: Headers, sessionId: SessionId): boolean {
  const marker = headers.get(sessionMarkerHeader);
  return marker !== null && marker !== sessionMarkerOf(sessionId);
}
