import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { PushSubscription } from "@/server/vocabulary/push-subscription";

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Finds a device without opening what is sealed. SHA-256, 64 hexadecimal digits. */
export function addressDigest(endpoint: string): string {
  return createHash("sha256").update(endpoint).digest("hex");
}

/**
 * Seals a subscription for keeping: AES-256-GCM under the device key (32 bytes, base64), bound to the digest of its
 * endpoint so that one row's bytes do not open in another's place. Layout: version, nonce, tag, sealed JSON.
 */
export function sealSubscription(subscription: PushSubscription, deviceKey: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(deviceKey, "base64"), nonce);
  cipher.setAAD(Buffer.from(addressDigest(subscription.endpoint)));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(subscription), "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed]));
}

/** Opens what `sealSubscription` sealed. Throws if the key, the digest or a byte is not the same. */
export function openSubscription(bytes: Uint8Array, digest: string, deviceKey: string): PushSubscription {
  if (bytes[0] !== version) throw new Error("sealed subscription of an unknown version");

  const [nonceEnd, tagEnd] = [1 + nonceBytes, 1 + nonceBytes + tagBytes];
  const decipher = createDecipheriv(
    "aes-256-gcm",
    Buffer.from(deviceKey, "base64"),
    bytes.subarray(1, nonceEnd),
  );
  decipher.setAAD(Buffer.from(digest));
  decipher.setAuthTag(bytes.subarray(nonceEnd, tagEnd));
  const opened = Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
  return PushSubscription.parse(JSON.parse(opened.toString("utf8")));
}
