import { createLocalJWKSet, decodeJwt, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { keysAt } from "@/server/standards/who/issuer-keys";
import { whyNot, type SignedWords, type WhyNot } from "@/server/standards/who/why-not";
import type { Configuration } from "@/server/vocabulary/configuration";

export type SystemClient = Configuration["SYSTEM_CLIENTS"][number];

/** Signatures with a public and a private key only; what SMART asks for, and its neighbours. */
export const assertionAlgorithms = ["RS384", "ES384", "PS256", "PS384", "PS512", "ES256", "ES512"];

export type VerifiedAssertion =
  | { readonly kind: "good"; readonly client: SystemClient; readonly jti: string; readonly signedUntil: Date }
  | WhyNot;

interface Expected {
  /** This service: what was signed is for it alone. */
  readonly audience: string[];
  readonly now: Date;
}

const mostSeconds = 300;
const slackSeconds = 30;

/** Checks what a system signed to say who it is (RFC 7523, as SMART Backend Services has it). Never throws. */
export async function verifyAssertion(
  configuration: Configuration,
  assertion: string,
  { audience, now }: Expected,
): Promise<VerifiedAssertion> {
  const client = configuration.SYSTEM_CLIENTS.find(({ id }) => id === issuerOf(assertion));
  if (client === undefined) return bad("This system is not one that may ask here.");
  try {
    const { payload } = await jwtVerify(assertion, keysOf(client, configuration), {
      algorithms: assertionAlgorithms,
      issuer: client.id,
      subject: client.id,
      audience,
      currentDate: now,
      clockTolerance: slackSeconds,
      requiredClaims: ["exp", "jti"],
    });
    return timely(payload, client, now);
  } catch (error) {
    return whyNot(error, { whose: "Its", faults });
  }
}

/** As the operator entered them, or from the address that was entered; never from one that an assertion names. */
function keysOf({ keys, keysUrl }: SystemClient, configuration: Configuration): JWTVerifyGetKey {
  return keys === undefined ? keysAt(configuration, keysUrl) : createLocalJWKSet(keys);
}

/** What it says of itself, before it is believed. */
function issuerOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss;
  } catch {
    return undefined;
  }
}

function timely({ exp = 0, iat, jti }: JWTPayload, client: SystemClient, now: Date): VerifiedAssertion {
  const seconds = now.getTime() / 1_000;
  if (exp > seconds + mostSeconds + slackSeconds) return bad("It is good for longer than five minutes.");
  if (iat !== undefined && iat > seconds + slackSeconds) return bad("It was signed in the future.");
  if (typeof jti !== "string" || jti === "" || jti.length > 255)
    return bad("Its claim “jti” has to be a text.");
  return { kind: "good", client, jti, signedUntil: new Date((exp + slackSeconds) * 1_000) };
}

function bad(words: string): VerifiedAssertion {
  return { kind: "bad", words };
}

const unreadable = "It cannot be read: it has to be a signed JSON Web Token.";

const faults: SignedWords["faults"] = {
  ERR_JWT_EXPIRED: "It has expired. Sign another.",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "Its signature is not of a key of this system.",
  ERR_JOSE_ALG_NOT_ALLOWED: "It is not signed with an algorithm that is allowed here.",
  ERR_JWKS_NO_MATCHING_KEY: "It names a key that this system does not have here.",
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: "It has to name its key.",
  ERR_JWT_INVALID: unreadable,
  ERR_JWS_INVALID: unreadable,
  ERR_JOSE_NOT_SUPPORTED: unreadable,
};
