import type { Configuration } from "@/server/vocabulary/configuration";

export type CookieSettings = Pick<Configuration, "NEXTAUTH_SECRET" | "NEXTAUTH_URL">;

type CookiePurpose = "session" | "state" | "nonce" | "pkce" | "next" | "csrf" | "launch";

/**
 * The name of one of our cookies. Over https it carries the prefix with which a browser refuses the cookie from any
 * other host, from a lesser path and without encryption.
 */
export function cookieName(purpose: CookiePurpose, settings: CookieSettings): string {
  return `${isSecure(settings) ? "__Host-" : ""}lantern.${purpose}`;
}

/**
 * Lax and not strict, since the way back from an issuer begins at another site, where strict cookies would stay at
 * home; every call that changes something is a POST, which lax cookies do not follow from elsewhere.
 */
export function cookieOptions(settings: CookieSettings) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(settings) } as const;
}

/** The header that keeps one of our cookies in the browser for so many seconds; of 0 it takes it out. */
export function cookieHeader(
  purpose: CookiePurpose,
  { value, seconds }: { readonly value: string; readonly seconds: number },
  settings: CookieSettings,
): string {
  const words = [`${cookieName(purpose, settings)}=${value}`, "Path=/", `Max-Age=${String(seconds)}`];
  return [...words, "HttpOnly", "SameSite=Lax", ...(isSecure(settings) ? ["Secure"] : [])].join("; ");
}

function isSecure({ NEXTAUTH_URL }: CookieSettings): boolean {
  return NEXTAUTH_URL.startsWith("https:");
}
