import { createHash, createHmac } from "node:crypto";
import type { JWTPayload } from "jose";
import { uuidOf } from "@/server/standards/uuid-of";
import type { ClaimedIdentity } from "@/server/vocabulary/claims";
import { SessionId } from "@/server/vocabulary/ids";

/** By what an issuer's session is known: its own id, or that of this one token. */
export function issuerSessionOf({ sid, jti }: JWTPayload, token: string): string {
  if (typeof sid === "string" && sid !== "") return sid;
  return jti ?? createHash("sha256").update(token).digest("hex");
}

/**
 * The id of our session for a person who comes with a token: the same for every token of one session of the issuer, one
 * role and one organisation. Made with our secret, so that nobody else can name it.
 */
export function sessionOf(identity: ClaimedIdentity, issuerSession: string, secret: string): SessionId {
  const { issuer, subject, role, organisationCode } = identity;
  const words = JSON.stringify(["systems", issuer, subject, role, organisationCode, issuerSession]);
  return SessionId.parse(uuidOf(createHmac("sha256", secret).update(words).digest("hex")));
}
