import { cookieName, type CookieSettings } from "@/server/api/session-cookie";
import { isOfAnotherSession } from "@/server/api/session-marker";
import { openSeal } from "@/server/api/session-seal";
import type { SessionId } from "@/server/vocabulary/ids";

/**
 * Which session the sealed cookie of a request names; undefined where there is none or it was tampered with. Whether
 * that session is still open is for the database to say (`findSessionActor`).
 */
export function sessionIdOf(headers: Headers, settings: CookieSettings): SessionId | undefined {
  const token = readCookies(headers)[cookieName("session", settings)];
  return token === undefined ? undefined : openSeal(token, settings.NEXTAUTH_SECRET);
}

/** As `sessionIdOf`, for a page that may be older than the cookie: undefined if it was made for another session. */
export function askingSessionIdOf(headers: Headers, settings: CookieSettings): SessionId | undefined {
  const sessionId = sessionIdOf(headers, settings);
  return sessionId === undefined || isOfAnotherSession(headers, sessionId) ? undefined : sessionId;
}

/** The cookies of a request by name. */
export function readCookies(headers: Headers): Record<string, string> {
  const pairs = headers.get("cookie")?.split(";") ?? [];
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", value = ""] = pair.trim().split(/=(.*)/s);
      return [name, decoded(value)];
    }),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
