import { jwtVerify, type JWTPayload, type JWTVerifyOptions } from "jose";
import { keysAt } from "@/server/standards/who/issuer-keys";
import { whyNot, type SignedWords, type WhyNot } from "@/server/standards/who/why-not";
import type { Configuration } from "@/server/vocabulary/configuration";

/** Signatures with a public and a private key only: with a shared one, a public key could be taken for the secret. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

export type Verified = { readonly kind: "good"; readonly claims: JWTPayload } | WhyNot;

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
    return whyNot(error, { whose: "The token's", faults });
  }
}

const unreadable = "The token cannot be read: it has to be a signed JSON Web Token.";

const faults: SignedWords["faults"] = {
  ERR_JWT_EXPIRED: "The token has expired. Ask its issuer for another.",
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: "The signature of the token is not its issuer's.",
  ERR_JOSE_ALG_NOT_ALLOWED: "The token is not signed with an algorithm that is allowed here.",
  ERR_JWKS_NO_MATCHING_KEY: "The token names a key that its issuer does not have.",
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: "The token has to name its key.",
  ERR_JWT_INVALID: unreadable,
  ERR_JWS_INVALID: unreadable,
  ERR_JOSE_NOT_SUPPORTED: unreadable,
};
