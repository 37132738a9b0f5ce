import { cookieName, type CookieSettings } from "@/server/api/session-cookie";
import { openSeal } from "@/server/api/session-seal";
import type { SessionId } from "@/server/vocabulary/ids";

/**
 * Which session the sealed cookie of a request names; undefined where there is none or it was tampered with. Whether
 * that session is still open is for the database to say (`findSessionActor`).
 */
export function sessionIdOf(headers: Headers, settings: CookieSettings): SessionId | undefined {
  const token = readCookie(headers, cookieName("session", settings));
  return token === undefined ? undefined : openSeal(token, settings.NEXTAUTH_SECRET);
}

function readCookie(headers: Headers, name: string): string | undefined {
  return headers
    .get("cookie")
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
