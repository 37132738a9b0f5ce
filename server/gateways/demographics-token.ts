import { createPrivateKey, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { z } from "zod";

export interface TokenSettings {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly keyId: string;
  /** PEM. */
  readonly privateKey: string;
  readonly timeoutMs: number;
}

/** The right to ask, as long as it is good. */
export interface AccessToken {
  /** A token that is good for a while yet. Throws where none can be had. */
  readonly get: () => Promise<string>;
  /** That token was refused: the next is a new one. */
  readonly forget: (token: string) => void;
}

const TokenReply = z.object({ access_token: z.string(), expires_in: z.coerce.number() });
const spareMs = 30_000;

/** Application-restricted access: a token for a signed assertion (OAuth 2.0 client credentials, RFC 7523). */
export function openAccessToken(settings: TokenSettings): AccessToken {
  let current: Promise<Held> | undefined;

  return {
    async get() {
      // Whoever finds no good token fetches one, and all who ask meanwhile wait for that one.
      const seen = current;
      const held = await seen?.catch(() => undefined);
      const isGood = held !== undefined && held.goodUntil > Date.now();
      if (!isGood && current === seen) current = fetchToken(settings);
      return (await (current ?? fetchToken(settings))).token;
    },
    forget(token) {
      const seen = current;
      seen?.then(
        (held) => {
          if (held.token === token && current === seen) current = undefined;
        },
        () => undefined,
      );
    },
  };
}

interface Held {
  readonly token: string;
  readonly goodUntil: number;
}

async function fetchToken(settings: TokenSettings): Promise<Held> {
  const asked = Date.now();
  const response = await fetch(settings.tokenUrl, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: await assertion(settings),
    }),
    redirect: "error",
    signal: AbortSignal.timeout(settings.timeoutMs),
  });
  if (!response.ok) throw new Error("no token");
  const { access_token, expires_in } = TokenReply.parse(await response.json());
  return { token: access_token, goodUntil: asked + expires_in * 1_000 - spareMs };
}

function assertion({ tokenUrl, clientId, keyId, privateKey }: TokenSettings): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "RS512", kid: keyId, typ: "JWT" })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenUrl)
    .setJti(randomUUID())
    .setExpirationTime("5m")
    .sign(createPrivateKey(privateKey));
}
