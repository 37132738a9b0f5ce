import { z } from "zod";
import { authOptions } from "@/server/api/auth-options";
import type { AuthOccasion } from "@/server/api/let-in";
import { callNextAuth, type NextAuthAnswer } from "@/server/api/next-auth-call";
import type { Service } from "@/server/api/service";
import { cookieName } from "@/server/api/session-cookie";
import { readCookies, sessionIdOf } from "@/server/api/session-of-request";
import { signInProviders, type SignInProvider } from "@/server/vocabulary/claims";
import type { Configuration } from "@/server/vocabulary/configuration";
import { parseNextPath } from "@/server/vocabulary/next-path";

/**
 * Answers `GET /api/auth/…`: `signin/<provider>` sends the browser to the issuer, `callback/<provider>` lets it in;
 * `signin?login_hint=…` goes to the issuer to whom the hint belongs.
 * Nothing else of next-auth is open. A sign-in may begin by a link: it only asks the issuer who this is.
 */
export async function answerAuth(service: Service, request: Request, now: Date): Promise<Response> {
  const url = new URL(request.url);
  const [action, name] = url.pathname.split("/").slice(3);
  const provider = name === undefined ? providerOfHint(url, service.configuration) : providerNamed(name);
  const occasion = { service, now, previous: sessionIdOf(request.headers, service.configuration) };

  if (action === "signin" && provider !== undefined) return begin(occasion, provider, url.searchParams);
  if (action === "callback" && provider !== undefined) {
    const query = Object.fromEntries(url.searchParams);
    const call = {
      method: "GET",
      words: [action, provider],
      query,
      cookies: readCookies(request.headers),
    } as const;
    return redirectTo(withoutDetour(await callNextAuth(call, authOptions(occasion))));
  }
  if (action === "signin" || action === "error")
    return redirectTo({ location: signInPage(url.searchParams) });
  return new Response("There is nothing here.", { status: 404 });
}

function providerNamed(name: string): SignInProvider | undefined {
  return signInProviders.find((known) => known === name);
}

/** Where a hint leads: to the council's sign-in if the settings list it or its domain, else to Care Identity. */
function providerOfHint(url: URL, { COUNCIL_LOGIN_HINTS }: Configuration): SignInProvider | undefined {
  const hint = url.searchParams.get("login_hint");
  if (hint === null) return undefined;
  const isCouncil = COUNCIL_LOGIN_HINTS.some((known) =>
    known.startsWith("@") ? hint.endsWith(known) : hint === known,
  );
  return isCouncil ? "council" : "care-identity";
}

/**
 * The library begins a sign-in by POST with a token against forgery, which it gives out itself: asked for and handed
 * back at once. Of what the link says only the hint and the way back pass; all else is ours to decide.
 */
async function begin(
  occasion: AuthOccasion,
  provider: SignInProvider,
  link: URLSearchParams,
): Promise<Response> {
  const options = authOptions(occasion);
  const given = await callNextAuth({ method: "GET", words: ["csrf"], query: {}, cookies: {} }, options);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(given.body);
  const csrfName = cookieName("csrf", occasion.service.configuration);

  const hint = link.get("login_hint");
  const answer = await callNextAuth(
    {
      method: "POST",
      words: ["signin", provider],
      query: hint === null ? {} : { login_hint: hint },
      body: { csrfToken, callbackUrl: parseNextPath(link.get("callbackUrl")) ?? "/" },
      cookies: { [csrfName]: readSetCookie(given.setCookies, csrfName) },
    },
    options,
  );
  return redirectTo(withoutDetour(answer));
}

function readSetCookie(setCookies: readonly string[], name: string): string {
  const [pair = ""] = setCookies.find((cookie) => cookie.startsWith(`${name}=`))?.split(";") ?? [];
  return decodeURIComponent(pair.slice(name.length + 1));
}

/** The library sends faults round by its own pages; they go to ours directly. */
function withoutDetour(answer: NextAuthAnswer): Redirect {
  const location = answer.location ?? "/sign-in?error=Callback";
  const parsed = new URL(location, "https://lantern.invalid");
  if (!/^\/api\/auth\/(error|signin)$/.test(parsed.pathname))
    return { location, setCookies: answer.setCookies };
  return { location: signInPage(parsed.searchParams), setCookies: answer.setCookies };
}

function signInPage(faults: URLSearchParams): string {
  return `/sign-in?error=${faults.has("error") ? "unfinished" : "unknown"}`;
}

interface Redirect {
  readonly location: string;
  readonly setCookies?: readonly string[];
}

function redirectTo({ location, setCookies = [] }: Redirect): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 302, headers });
}
