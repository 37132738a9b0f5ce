import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTPayload } from "jose";
import { z } from "zod";
import { discoverIssuer } from "@/server/api/issuer-discovery";
import type { Service } from "@/server/api/service";
import { withWork } from "@/server/db/work";
import { closeSessionsOfIssuer } from "@/server/domain/access/close-sessions-of-issuer";
import { systemActor } from "@/server/vocabulary/actor";
import type { SignInProvider } from "@/server/vocabulary/claims";
import type { Configuration } from "@/server/vocabulary/configuration";

/** OpenID Connect back-channel logout 1.0, section 2.4. */
const LogoutClaims = z
  .object({
    iat: z.number(),
    sid: z.string().optional(),
    sub: z.string().optional(),
    // A logout token has no nonce, lest an id token pass for one.
    nonce: z.undefined().optional(),
    events: z.object({ "http://schemas.openid.net/event/backchannel-logout": z.looseObject({}) }),
  })
  .refine(({ sid, sub }) => sid !== undefined || sub !== undefined);

/**
 * Answers `POST /api/auth/back-channel-sign-out`: an issuer says that a person's session is over, and it is over here
 * too. 200 when done, also if there was none; 400 when the token does not convince.
 */
export async function backChannelSignOut(service: Service, request: Request, now: Date): Promise<Response> {
  const token = new URLSearchParams(await request.text()).get("logout_token") ?? "";
  const said = await readLogoutToken(service.configuration, token, now).catch((error: unknown) => {
    service.log.warn(
      { error: error instanceof Error ? error.name : "unknown" },
      "a back-channel sign-out was refused",
    );
    return undefined;
  });
  if (said === undefined)
    return Response.json({ error: "invalid_request" }, { status: 400, headers: noStore });

  const { issuer, claims } = said;
  const count = await withWork(service.database, { actor: systemActor("sign-in"), now }, (work) =>
    closeSessionsOfIssuer(work, {
      issuer,
      issuerSessionId: claims.sid,
      subject: claims.sub,
      // Tokens count in whole seconds: all of the second in which it was issued belongs to it.
      saidAt: new Date((claims.iat + 1) * 1000),
    }),
  );
  service.log.info({ issuer, count }, "back-channel sign-out");
  return new Response(null, { status: 200, headers: noStore });
}

const noStore = { "Cache-Control": "no-store" };

/** Throws unless one of our issuers signed this token for us within the last minutes. */
async function readLogoutToken(configuration: Configuration, token: string, now: Date) {
  const issuer = await issuerNamed(configuration, decodeJwt(token), now);
  const { payload } = await jwtVerify(token, keysOf(issuer.jwksUri), {
    issuer: issuer.name,
    audience: issuer.clientId,
    algorithms: ["RS256", "PS256", "ES256"],
    maxTokenAge: "5 minutes",
    clockTolerance: 30,
    currentDate: now,
  });
  return { issuer: issuer.provider, claims: LogoutClaims.parse(payload) };
}

/** Which of our issuers the token claims to be from, before it is believed. */
async function issuerNamed(configuration: Configuration, { iss }: JWTPayload, now: Date) {
  const ours: { provider: SignInProvider; address: string; clientId: string }[] = [
    {
      provider: "care-identity",
      address: configuration.CARE_IDENTITY_ISSUER,
      clientId: configuration.CARE_IDENTITY_CLIENT_ID,
    },
    { provider: "council", address: configuration.COUNCIL_ISSUER, clientId: configuration.COUNCIL_CLIENT_ID },
  ];
  const named = ours.find(({ address }) => address === iss);
  if (named === undefined) throw new Error("not one of our issuers");
  const { issuer: name, jwks_uri: jwksUri } = await discoverIssuer(named.address, now);
  return { ...named, name, jwksUri };
}

const kept = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

function keysOf(address: string): ReturnType<typeof createRemoteJWKSet> {
  const keys = kept.get(address) ?? createRemoteJWKSet(new URL(address));
  kept.set(address, keys);
  return keys;
}
