import { importJWK, jwtVerify, type CryptoKey } from "jose";

interface ExpectedSignature {
  /** An uncompressed P-256 point in base64url. */
  readonly publicKey: string;
  /** Origin of the address that was pushed to. */
  readonly audience: string;
  readonly now: Date;
}

/**
 * Whether a push was signed by this very key, for this address, and not long ago (RFC 8292, sections 2 and 3): a header
 * of the form `vapid t=…, k=…`, ES256, an expiry that is to come and at most a day away.
 */
export async function isOwnSignature(
  authorization: string,
  { publicKey, audience, now }: ExpectedSignature,
): Promise<boolean> {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/i.exec(authorization) ?? [];
  if (key !== withoutPadding(publicKey)) return false;

  try {
    const { payload } = await jwtVerify(token, await p256Key(publicKey), {
      algorithms: ["ES256"],
      audience,
      currentDate: now,
      requiredClaims: ["exp", "sub"],
    });
    return (payload.exp ?? Infinity) <= now.getTime() / 1_000 + 86_400;
  } catch {
    return false;
  }
}

async function p256Key(publicKey: string): Promise<CryptoKey | Uint8Array> {
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  return importJWK({ kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" }, "ES256");
}

function withoutPadding(base64url: string): string {
  return base64url.replace(/=+$/, "");
}
