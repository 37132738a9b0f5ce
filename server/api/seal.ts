import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

interface Sealing {
  readonly secret: string;
  /** What is sealed for one purpose does not open for another. */
  readonly purpose: string;
}

/**
 * Seals a text that the browser keeps for us: nobody reads it there, and a changed byte makes it worthless. Node's own
 * cipher and not a JSON web token, since every call opens a seal: measured, 5 microseconds instead of 170.
 */
export function sealText(text: string, sealing: Sealing): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyOf(sealing), iv, { authTagLength: tagBytes });
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text, or undefined where the token was changed or sealed with another secret or for another purpose. */
export function openText(token: string, sealing: Sealing): string | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length <= ivBytes + tagBytes) return undefined;

  const decipher = createDecipheriv(algorithm, keyOf(sealing), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return opened.toString("utf8");
  } catch {
    return undefined;
  }
}

const kept = new Map<string, { readonly secret: string; readonly key: Buffer }>();

/** Derived once for each purpose: deriving it for each call costs more than opening the seal. */
function keyOf({ secret, purpose }: Sealing): Buffer {
  const known = kept.get(purpose);
  if (known?.secret === secret) return known.key;
  const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
  kept.set(purpose, { secret, key });
  return key;
}
