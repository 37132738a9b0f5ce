import { openText, sealText } from "@/server/api/seal";
import { SessionId } from "@/server/vocabulary/ids";

const purpose = "lantern session cookie";

/**
 * Seals a session's id for the cookie. The token holds nothing else, and is not dated: when a session ends is decided by
 * its row alone.
 */
export function sealSession(sessionId: SessionId, secret: string): string {
  return sealText(sessionId, { secret, purpose });
}

/** The session's id, or undefined where the token was changed or sealed with another secret. */
export function openSeal(token: string, secret: string): SessionId | undefined {
  return SessionId.safeParse(openText(token, { secret, purpose })).data;
}
