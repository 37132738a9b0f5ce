import type { JWTPayload } from "jose";
import type { StandardsService } from "@/server/standards/standards-service";
import { issuerSessionOf, sessionOf } from "@/server/standards/who/token-session";
import { verifyToken } from "@/server/standards/who/verify-token";
import { withWork } from "@/server/db/work";
import { findSessionActor } from "@/server/domain/access/find-session-actor";
import { openSession } from "@/server/domain/access/open-session";
import { openSystemSession } from "@/server/domain/access/open-system-session";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import { readCareIdentityClaims } from "@/server/vocabulary/care-identity-claims";
import type { ClaimedIdentity, ViewingActivity } from "@/server/vocabulary/claims";
import { signInRefusalWords, type SignInRefusal } from "@/server/vocabulary/sign-in-refusal";

interface KnownPerson {
  readonly kind: "person";
  readonly actor: PersonActor;
  /** ODS code. */
  readonly organisationCode: string;
  /** The system that the token was given to. */
  readonly client: string | undefined;
}

export type FoundPerson =
  | KnownPerson
  /** There is no token, or it does not convince. */
  | { readonly kind: "no-token" | "bad-token"; readonly words: string }
  /** The token is good, and whoever it names may not come in. */
  | { readonly kind: "refused"; readonly words: string }
  | { readonly kind: "unavailable"; readonly words: string };

interface Knock {
  readonly service: StandardsService;
  readonly token: string | undefined;
  readonly now: Date;
  /** What the person wants to do, where they may have both rights. */
  readonly activity?: ViewingActivity | undefined;
}

const mostMinutes = 60;

/**
 * Who stands behind another system's token, as sign-in would let them in: a person, in the one role and for the one
 * organisation that the token names. Their session here ends with the issuer's. Refused ones are on record.
 */
export async function findPerson({ service, token, now, activity }: Knock): Promise<FoundPerson> {
  const issuer = issuerOf(service);
  if (issuer === undefined) return shut;
  if (token === undefined)
    return { kind: "no-token", words: "Send the access token of the person who asks, as a bearer token." };

  const verified = await verifyToken(service.configuration, token, { ...issuer, now, mostMinutes });
  if (verified.kind === "unavailable") return keysMissing;
  if (verified.kind === "bad") return { kind: "bad-token", words: verified.words };

  const oldestMinutes = service.configuration.SESSION_ABSOLUTE_MINUTES;
  const claims = readCareIdentityClaims(verified.claims, {
    now,
    oldestMinutes,
    ...(activity !== undefined && { activity }),
  });
  if (claims.kind === "refused") {
    await asSignIn(service, now, (work) => openSession(work, { claims, limits: service.configuration }));
    return refusedFor(claims.reason);
  }
  const issuerSessionId = issuerSessionOf(verified.claims, token);
  const found = await actorOf(service, { ...claims.identity, issuerSessionId }, now);
  if (found.kind !== "person") return found;
  const { organisationCode } = claims.identity;
  return { ...found, organisationCode, client: clientOf(verified.claims) };
}

const shut: FoundPerson = {
  kind: "unavailable",
  words: "This door is not open: no issuer of tokens is set up (SYSTEMS_ISSUER).",
};
const keysMissing: FoundPerson = {
  kind: "unavailable",
  words: "The token could not be checked just now. Try again, or ring the duty team.",
};

function issuerOf({ configuration }: StandardsService) {
  const { SYSTEMS_ISSUER: issuer, SYSTEMS_KEYS_URL: keysUrl, SYSTEMS_AUDIENCE: audience } = configuration;
  if (issuer === undefined || keysUrl === undefined || audience === undefined) return undefined;
  return { issuer, keysUrl, audience };
}

async function actorOf(
  service: StandardsService,
  identity: ClaimedIdentity & { readonly issuerSessionId: string },
  now: Date,
): Promise<
  Exclude<FoundPerson, { kind: "person" }> | { readonly kind: "person"; readonly actor: PersonActor }
> {
  const { configuration, database } = service;
  const sessionId = sessionOf(identity, identity.issuerSessionId, configuration.NEXTAUTH_SECRET);
  const known = await findSessionActor(database, sessionId, now);
  if (known.state !== "unknown") return ifOpen(known);

  const opened = await asSignIn(service, now, (work) =>
    openSystemSession(work, { identity, sessionId, limits: configuration }),
  );
  if (opened.kind === "refused") return refusedFor(opened.reason);
  return ifOpen(await findSessionActor(database, opened.sessionId, now));
}

function ifOpen(found: Awaited<ReturnType<typeof findSessionActor>>) {
  if (found.state === "open") return { kind: "person", actor: found.actor } as const;
  return {
    kind: "bad-token",
    words: "The session of this person has ended. They have to sign in again.",
  } as const;
}

function refusedFor(reason: SignInRefusal) {
  const { title, whatToDo } = signInRefusalWords[reason];
  return { kind: "refused", words: `${title}. ${whatToDo}` } as const;
}

/** The system that the token was given to (RFC 9068; `azp` of OpenID Connect). */
function clientOf({ client_id: client, azp }: JWTPayload): string | undefined {
  return [client, azp].find((name) => typeof name === "string");
}

function asSignIn<Result>(
  { database }: StandardsService,
  now: Date,
  useCase: Parameters<typeof withWork<Result>>[2],
): Promise<Result> {
  return withWork(database, { actor: systemActor("sign-in"), now }, useCase);
}
