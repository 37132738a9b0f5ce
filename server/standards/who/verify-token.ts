import { errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from "jose";
import { keysAt } from "@/server/standards/who/issuer-keys";
import type { Configuration } from "@/server/vocabulary/configuration";

/** Signatures with a public and a private key only: with a shared one, a public key could be taken for the secret. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

export type Verified =
  | { readonly kind: "good"; readonly claims: JWTPayload }
  /** The words say what is wrong with the token, and nothing of what is in it. */
  | { readonly kind: "bad"; readonly words: string }
  /** The keys cannot be had: nothing is known about the token. */
  | { readonly kind: "unavailable" };

interface Expected {
  readonly keysUrl: string;
  readonly issuer: string;
  readonly audience: string;
  readonly now: Date;
  /** A token that is older is refused, however long it says that it is good. */
  readonly mostMinutes: number;
}

const slackSeconds = 30;

/** Checks signature, issuer, audience and times of a token. `exp` and `iat` are required. Never throws. */
export async function verifyToken(
  configuration: Configuration,
  token: string,
  { keysUrl, issuer, audience, now, mostMinutes }: Expected,
): Promise<Verified> {
  const options: JWTVerifyOptions = {
    algorithms,
    issuer,
    audience,
    currentDate: now,
    clockTolerance: slackSeconds,
    maxTokenAge: mostMinutes * 60,
    requiredClaims: ["exp", "iat"],
  };
  try {
    const { payload } = await jwtVerify(token, keysAt(configuration, keysUrl), options);
    return { kind: "good", claims: payload };
  } catch (error) {
    return whyNot(error);
  }
}

const unreadable = "The token cannot be read: it has to be a signed JSON Web Token.";

/** What is wrong, by the library's code. Whatever is not among them says nothing about the token. */
const faults: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: "The token has expired. Ask its issuer for another.",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "The signature of the token is not its issuer's.",
  ERR_JOSE_ALG_NOT_ALLOWED: "The token is not signed with an algorithm that is allowed here.",
  ERR_JWKS_NO_MATCHING_KEY: "The token names a key that its issuer does not have.",
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: "The token has to name its key.",
  ERR_JWT_INVALID: unreadable,
  ERR_JWS_INVALID: unreadable,
  ERR_JOSE_NOT_SUPPORTED: unreadable,
};

function whyNot(error: unknown): Verified {
  if (error instanceof errors.JWTClaimValidationFailed)
    return { kind: "bad", words: `The token's claim “${error.claim}” is not as it has to be here.` };
  const words = error instanceof errors.JOSEError ? faults[error.code] : undefined;
  return words === undefined ? { kind: "unavailable" } : { kind: "bad", words };
}
