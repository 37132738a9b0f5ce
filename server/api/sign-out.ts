import { discoverIssuer } from "@/server/api/issuer-discovery";
import { dropLaunch } from "@/server/api/launch/launch-cookie";
import type { Service } from "@/server/api/service";
import { cookieHeader, type CookieSettings } from "@/server/api/session-cookie";
import { sessionIdOf } from "@/server/api/session-of-request";
import { withWork } from "@/server/db/work";
import { closeSession } from "@/server/domain/access/close-session";
import type { EndedSession } from "@/server/domain/access/end-session";
import { findSessionActor } from "@/server/domain/access/find-session-actor";

/**
 * Answers `POST /sign-out`: ends the session for every device that may hold its cookie, takes the cookie away, and
 * sends the browser to the issuer to end the session there. If the row could not be ended the page says so, since
 * then a copy of the cookie would still open the door.
 */
export async function signOut(service: Service, request: Request, now: Date): Promise<Response> {
  const { configuration, log } = service;
  if (!isFromOurPage(request, configuration))
    return new Response("Sign out from a page of Lantern.", { status: 403 });

  try {
    const ended = await endOwnSession(service, request, now);
    return goodbye(ended && (await issuerSignOut(service, ended, now)), configuration);
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : "unknown" }, "a session could not be closed");
    return goodbye("/sign-in?signed-out=here", configuration);
  }
}

/** A form of another site must not sign anybody out; the cookie stays at home there too (SameSite). */
function isFromOurPage({ headers }: Request, { NEXTAUTH_URL }: CookieSettings): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin === null || origin === new URL(NEXTAUTH_URL).origin;
}

async function endOwnSession(
  service: Service,
  request: Request,
  now: Date,
): Promise<EndedSession | undefined> {
  const sessionId = sessionIdOf(request.headers, service.configuration);
  if (sessionId === undefined) return undefined;
  const found = await findSessionActor(service.database, sessionId, now);
  if (found.state === "unknown" || found.state === "ended") return undefined;
  return withWork(service.database, { actor: found.actor, now }, closeSession);
}

/** Where the issuer ends its own session; undefined if it has no such page or cannot be reached. */
async function issuerSignOut(service: Service, ended: EndedSession, now: Date): Promise<string | undefined> {
  const { configuration, log } = service;
  const isHealth = ended.issuer === "care-identity";
  try {
    const discovery = await discoverIssuer(
      isHealth ? configuration.CARE_IDENTITY_ISSUER : configuration.COUNCIL_ISSUER,
      now,
    );
    if (discovery.end_session_endpoint === undefined) return undefined;

    const address = new URL(discovery.end_session_endpoint);
    address.searchParams.set(
      "client_id",
      isHealth ? configuration.CARE_IDENTITY_CLIENT_ID : configuration.COUNCIL_CLIENT_ID,
    );
    address.searchParams.set(
      "post_logout_redirect_uri",
      new URL(signedOutPage, configuration.NEXTAUTH_URL).href,
    );
    if (ended.issuerToken !== undefined) address.searchParams.set("id_token_hint", ended.issuerToken);
    return address.href;
  } catch (error) {
    log.warn(
      { issuer: ended.issuer, error: error instanceof Error ? error.name : "unknown" },
      "issuer is not told of a sign-out",
    );
    return undefined;
  }
}

const signedOutPage = "/sign-in?signed-out=yes";

/**
 * "storage" is not cleared: it would take the service worker with it, and so the push subscription of whoever is on
 * call and the directory that is kept for places without signal. Neither holds anything about a child.
 */
function goodbye(location: string = signedOutPage, settings: CookieSettings): Response {
  const headers = new Headers({
    Location: location,
    "Cache-Control": "no-store",
    "Clear-Site-Data": '"cache"',
    "Set-Cookie": cookieHeader("session", { value: "", seconds: 0 }, settings),
  });
  headers.append("Set-Cookie", dropLaunch(settings));
  return new Response(null, { status: 303, headers });
}
