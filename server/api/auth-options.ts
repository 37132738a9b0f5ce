import type { AuthOptions } from "next-auth";
import { authProviders } from "@/server/api/auth-providers";
import { cookieName, cookieOptions, type CookieSettings } from "@/server/api/session-cookie";
import { openSeal, sealSession } from "@/server/api/session-seal";
import type { Service } from "@/server/api/service";
import { letIn, type AuthOccasion } from "@/server/api/let-in";
import { SessionId } from "@/server/vocabulary/ids";
import { parseNextPath } from "@/server/vocabulary/next-path";

/** How next-auth signs people in here, made for one request: the session that it opens is remembered in between. */
export function authOptions(occasion: AuthOccasion): AuthOptions {
  const { configuration } = occasion.service;
  const secret = configuration.NEXTAUTH_SECRET;
  let opened: SessionId | undefined;

  return {
    secret,
    providers: authProviders(configuration),
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: cookiesOf(configuration),
    session: { strategy: "jwt", maxAge: configuration.SESSION_ABSOLUTE_MINUTES * 60 },
    jwt: {
      encode: ({ token }) => sealSession(SessionId.parse(token?.["sessionId"]), secret),
      decode: ({ token }) => {
        const sessionId = openSeal(token ?? "", secret);
        return sessionId === undefined ? null : { sessionId };
      },
    },
    callbacks: {
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
      signIn: async ({ account, profile }) => {
        const result = await letIn(occasion, account, profile);
        if (result.kind === "refused") return `/sign-in?refused=${result.reason}`;
        opened = result.sessionId;
        return true;
      },
      jwt: () => ({ sessionId: opened }),
    },
    logger: quietLogger(occasion.service),
  };
}

/** Only pages of ours: an address that was slipped in leads home. */
function ownAddress(url: string, baseUrl: string): string {
  const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
  return `${baseUrl}${parseNextPath(path) ?? "/"}`;
}

function cookiesOf(settings: CookieSettings): NonNullable<AuthOptions["cookies"]> {
  const options = cookieOptions(settings);
  const brief = { ...options, maxAge: 15 * 60 };
  return {
    sessionToken: { name: cookieName("session", settings), options },
    callbackUrl: { name: cookieName("next", settings), options: brief },
    csrfToken: { name: cookieName("csrf", settings), options: brief },
    pkceCodeVerifier: { name: cookieName("pkce", settings), options: brief },
    state: { name: cookieName("state", settings), options: brief },
    nonce: { name: cookieName("nonce", settings), options: brief },
  };
}

/** What the library would log holds claims and tokens: only its codes and the kind of error are kept. */
function quietLogger({ log }: Service): NonNullable<AuthOptions["logger"]> {
  return {
    error: (code, metadata) => log.warn({ code, cause: causeOf(metadata) }, "sign-in"),
    warn: (code) => log.warn({ code }, "sign-in"),
    debug: () => undefined,
  };
}

function causeOf(metadata: unknown): string {
  if (metadata instanceof Error) return `${metadata.name}: ${metadata.message}`;
  if (typeof metadata === "object" && metadata !== null && "error" in metadata)
    return causeOf(metadata.error);
  return "unknown";
}
