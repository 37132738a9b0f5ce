import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { z } from "zod";

const LONGEST_LIFE_SECONDS = 24 * 60 * 60;

const Header = z.object({ alg: z.literal("ES256") });
const Claims = z.object({ aud: z.string(), exp: z.int(), sub: z.string().regex(/^(mailto|https):\S+$/) });

export type VapidIdentity = {
  readonly audience: string;
  readonly subject: string;
  readonly expiresAt: Date;
  /** The sender's key, unpadded base64url. */
  readonly publicKey: string;
};

/**
 * Checks an `Authorization: vapid t=…, k=…` header as a push service must (RFC 8292, sections 2 to 4): signature by
 * the key it names, our own origin as audience, not expired, and no more than 24 hours ahead. Throws with the fault.
 */
export function verifyVapid(authorization: string, expected: { audience: string; now: Date }): VapidIdentity {
  const { token, publicKey } = readHeader(authorization);
  const [header = "", claims = "", signature = ""] = token.split(".");
  Header.parse(decodeJson(header));
  const isSigned = verify(
    "sha256",
    Buffer.from(`${header}.${claims}`),
    { key: p256Key(publicKey), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) throw new Error("The token is not signed by the key beside it");

  return checkClaims(Claims.parse(decodeJson(claims)), publicKey, expected);
}

function readHeader(authorization: string): { token: string; publicKey: string } {
  const [scheme, parameters = ""] = authorization.trim().split(/\s+(.*)/s);
  const values = new Map(
    parameters.split(",").map((parameter) => {
      const [name = "", value = ""] = parameter.trim().split(/=(.*)/s);
      return [name, value] as const;
    }),
  );
  const token = values.get("t");
  const publicKey = values.get("k");
  if (scheme?.toLowerCase() !== "vapid" || !token || !publicKey) {
    throw new Error("The Authorization header is not of the form: vapid t=…, k=…");
  }
  return { token, publicKey };
}

function p256Key(publicKey: string): KeyObject {
  const point = Buffer.from(publicKey, "base64url");
  if (point.length !== 65 || point[0] !== 4) throw new Error("The key is not an uncompressed P-256 point");

  const x = point.subarray(1, 33).toString("base64url");
  const y = point.subarray(33).toString("base64url");
  return createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y } });
}

function checkClaims(
  { aud, exp, sub }: z.infer<typeof Claims>,
  publicKey: string,
  expected: { audience: string; now: Date },
): VapidIdentity {
  const secondsLeft = exp - expected.now.getTime() / 1000;
  if (aud !== expected.audience) throw new Error(`The token is for ${aud}, not for ${expected.audience}`);
  if (secondsLeft <= 0) throw new Error("The token has expired");
  if (secondsLeft > LONGEST_LIFE_SECONDS) throw new Error("The token lives longer than 24 hours");

  return { audience: aud, subject: sub, expiresAt: new Date(exp * 1000), publicKey };
}

function decodeJson(part: string): unknown {
  return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
}
