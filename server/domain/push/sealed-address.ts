import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Finds a device without opening what is sealed. SHA-256, 64 hexadecimal digits. */
export function addressDigest(address: string): string {
  return createHash("sha256").update(address).digest("hex");
}

/**
 * Seals an address for keeping: AES-256-GCM under the device key (32 bytes, base64), bound to the digest of its row so
 * that one row's bytes do not open in another's place. Layout: version, nonce, tag, sealed text.
 */
export function sealAddress(address: string, digest: string, deviceKey: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(deviceKey, "base64"), nonce);
  cipher.setAAD(Buffer.from(digest));
  const sealed = Buffer.concat([cipher.update(address, "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed]));
}

/** Opens what `sealAddress` sealed. Throws if the key, the digest or a byte is not the same. */
export function openAddress(bytes: Uint8Array, digest: string, deviceKey: string): string {
  if (bytes[0] !== version) throw new Error("sealed address of an unknown version");

  const [nonceEnd, tagEnd] = [1 + nonceBytes, 1 + nonceBytes + tagBytes];
  const decipher = createDecipheriv(
    "aes-256-gcm",
    Buffer.from(deviceKey, "base64"),
    bytes.subarray(1, nonceEnd),
  );
  decipher.setAAD(Buffer.from(digest));
  decipher.setAuthTag(bytes.subarray(nonceEnd, tagEnd));
  return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString("utf8");
}
