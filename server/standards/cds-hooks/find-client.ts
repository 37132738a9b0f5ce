import { decodeJwt, decodeProtectedHeader } from "jose";
import { bearerOf } from "@/server/standards/who/bearer";
import { verifyToken } from "@/server/standards/who/verify-token";
import type { Configuration } from "@/server/vocabulary/configuration";

export type CdsClient = Configuration["CDS_CLIENTS"][number];

export type FoundClient =
  | { readonly kind: "client"; readonly client: CdsClient }
  | { readonly kind: "unknown"; readonly words: string }
  | { readonly kind: "unavailable"; readonly words: string };

interface Call {
  readonly headers: Headers;
  /** The whole address that is called: tokens are for one service. */
  readonly endpoint: string;
  readonly now: Date;
}

const mostMinutes = 5;
const unknown = { kind: "unknown", words: "This system is not one that may ask here." } as const;

/** Which of the systems that may ask signed this call (CDS Hooks 2.0, trusting CDS clients). Never throws. */
export async function findClient(
  configuration: Configuration,
  { headers, endpoint, now }: Call,
): Promise<FoundClient> {
  const token = bearerOf(headers);
  if (token === undefined)
    return {
      kind: "unknown",
      words: "Sign the call: send a JSON Web Token of your system as a bearer token.",
    };

  const named = namesIn(token);
  const client = configuration.CDS_CLIENTS.find(({ issuer }) => issuer === named?.issuer);
  if (client === undefined) return unknown;
  // Keys come from where they were agreed on, and from nowhere that a token names.
  if (named?.keysUrl !== undefined && named.keysUrl !== client.keysUrl) return unknown;

  const expected = { ...client, audience: endpoint, now, mostMinutes };
  const verified = await verifyToken(configuration, token, expected);
  if (verified.kind === "unavailable")
    return { kind: "unavailable", words: "The token could not be checked just now. Try again." };
  if (verified.kind === "bad") return { kind: "unknown", words: verified.words };
  return verified.claims.jti === undefined
    ? { kind: "unknown", words: "The token's claim “jti” is not as it has to be here." }
    : { kind: "client", client };
}

/** What the token says of itself, before it is believed. */
function namesIn(token: string): { readonly issuer?: string; readonly keysUrl?: string } | undefined {
  try {
    const { iss: issuer } = decodeJwt(token);
    const { jku: keysUrl } = decodeProtectedHeader(token);
    return { ...(issuer !== undefined && { issuer }), ...(keysUrl !== undefined && { keysUrl }) };
  } catch {
    return undefined;
  }
}
