import { calculateJwkThumbprint, compactVerify, CompactSign, importJWK } from "jose";
import type { Configuration } from "@/server/vocabulary/configuration";

type Keys = Configuration["RECORD_SIGNING_KEYS"];

/** Ed25519, by the name that RFC 8037 gave it and every library knows. */
const alg = "EdDSA";

/** A record as it is signed: `bytes` are its JSON, `signature` is detached (RFC 7515, appendix F). */
export interface SignedRecord {
  readonly bytes: Uint8Array;
  readonly signature: string;
  /** Thumbprint of the key that signed (RFC 7638). */
  readonly keyId: string;
}

/** Signs these bytes with the first key. What comes back holds both: a compact JSON Web Signature. */
export async function seal(bytes: Uint8Array, { keys: [key] }: Keys): Promise<string> {
  const { kty, crv, x } = key;
  const kid = await calculateJwkThumbprint({ kty, crv, x });
  return new CompactSign(bytes).setProtectedHeader({ alg, kid }).sign(await importJWK(key, alg));
}

/** What `seal` made, taken apart; undefined if one of our keys did not sign just this. */
export async function openSealed(sealed: string, { keys }: Keys): Promise<SignedRecord | undefined> {
  const [header = "", , end = ""] = sealed.split(".");
  for (const { kty, crv, x } of keys) {
    const key = { kty, crv, x };
    const payload = await compactVerify(sealed, await importJWK(key, alg), { algorithms: [alg] }).then(
      (verified) => verified.payload,
      () => undefined,
    );
    if (payload !== undefined) {
      return { bytes: payload, signature: `${header}..${end}`, keyId: await calculateJwkThumbprint(key) };
    }
  }
  return undefined;
}

/** The public halves of the keys, as a JSON Web Key Set for anybody who checks a record. */
export async function publicKeys({ keys }: Keys): Promise<{ readonly keys: readonly object[] }> {
  return {
    keys: await Promise.all(
      keys.map(async ({ kty, crv, x }) => ({
        kty,
        crv,
        x,
        kid: await calculateJwkThumbprint({ kty, crv, x }),
        use: "sig",
        alg,
      })),
    ),
  };
}
