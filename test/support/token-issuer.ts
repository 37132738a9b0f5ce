import { createServer } from "node:http";
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from "jose";
import { healthClaims } from "@/server/demo/persona-claims";

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

export interface TokenIssuer {
  readonly issuer: string;
  readonly keysUrl: string;
  readonly key: Key;
  /** How often the keys were asked for. */
  readonly asked: () => number;
  /** From now on signs with another key; the old one is gone. */
  readonly rotates: () => Promise<void>;
  readonly goesDown: () => void;
  readonly comesBack: () => void;
  readonly signs: (claims: JWTPayload, header?: { alg?: string; kid?: string }) => Promise<string>;
  readonly publicKeyText: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** An issuer of tokens with real keys, served over a real socket. */
export async function startTokenIssuer(algorithm = "RS256"): Promise<TokenIssuer> {
  let key = await makeKey("first", algorithm);
  let asked = 0;
  let isDown = false;
  const server = createServer((_request, response) => {
    asked += 1;
    if (isDown) response.writeHead(503).end();
    else response.setHeader("content-type", "application/json").end(JSON.stringify({ keys: [key.jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the issuer has no port");
  const issuer = `http://127.0.0.1:${String(address.port)}/issuer`;

  return {
    issuer,
    keysUrl: `${issuer}/keys`,
    get key() {
      return key;
    },
    asked: () => asked,
    rotates: async () => {
      key = await makeKey("second", algorithm);
    },
    goesDown: () => {
      isDown = true;
    },
    comesBack: () => {
      isDown = false;
    },
    signs: (claims, header = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: algorithm, kid: key.kid, typ: "JWT", ...header })
        .sign(key.privateKey),
    publicKeyText: () => exportSPKI(key.publicKey),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function makeKey(kid: string, algorithm: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { kid, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, use: "sig" } };
}

export const systemsAudience = "https://lantern.example/api";

interface Bearer {
  readonly now: Date;
  readonly issuer: string;
  readonly organisationCode: string;
  readonly subject?: string;
  readonly roleCode?: string;
  readonly activityCodes?: readonly string[];
  readonly name?: string;
}

/** What Care Identity says of a person at work, in an access token for Lantern. */
export function personClaims({
  now,
  issuer,
  organisationCode,
  subject = "910000000777",
  roleCode = "S8000:G8000:R8003",
  activityCodes = ["B0107"],
  name = "Sam Okoro",
}: Bearer): JWTPayload {
  const seconds = Math.floor(now.getTime() / 1_000);
  const person = { subject, name, organisationCode, organisationName: "Test trust" };
  const role = { code: roleCode, name: "Role", activityCodes, organisationCode };
  return {
    ...healthClaims(person, [role]),
    iss: issuer,
    aud: systemsAudience,
    client_id: "records-of-ward",
    sid: `session of ${subject}`,
    iat: seconds - 60,
    exp: seconds + 600,
    auth_time: seconds - 3_600,
  };
}
