import { createDecipheriv, createECDH, hkdfSync, type ECDH } from "node:crypto";
import type { PushSubscription } from "@/server/vocabulary/push-subscription";

/** The order of the curve P-256 (SEC 2, section 2.4.2): a private key lies below it. */
const order = BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
const headerBytes = 21;
const publicKeyBytes = 65;
const tagBytes = 16;
const lastRecord = 2;

/** A phone that the service itself is: it proves to itself with it that a push arrives and can be read. */
interface SyntheticDevice {
  readonly key: ECDH;
  readonly authSecret: Buffer;
}

/**
 * The device's P-256 key and 16 secret bytes by HKDF from the device key (32 bytes, base64): no secret besides, and any
 * web can read what any worker sent. The key is taken from 16 bytes more than it has, so that no number is likelier than another
 * (FIPS 186-5, A.2.1).
 */
function syntheticDevice(deviceKey: string): SyntheticDevice {
  const wide = deriveFrom(deviceKey, "lantern synthetic device: key", 48);
  const scalar = (BigInt(`0x${wide.toString("hex")}`) % (order - 1n)) + 1n;
  const key = createECDH("prime256v1");
  key.setPrivateKey(scalar.toString(16).padStart(64, "0"), "hex");
  return { key, authSecret: deriveFrom(deviceKey, "lantern synthetic device: auth", 16) };
}

function deriveFrom(deviceKey: string, info: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(deviceKey, "base64"), "", info, length));
}

/** The synthetic device's subscription at this address, as a browser would give it. */
export function syntheticSubscription(endpoint: string, deviceKey: string): PushSubscription {
  const { key, authSecret } = syntheticDevice(deviceKey);
  return {
    endpoint,
    keys: { p256dh: key.getPublicKey("base64url"), auth: authSecret.toString("base64url") },
  };
}

/**
 * Opens what was pushed to the synthetic device as a browser would (RFC 8291 upon RFC 8188 `aes128gcm`), by Node's own
 * primitives and not by the library that sealed it. Throws if a byte was changed or it is for another device.
 */
export function openPush(body: Uint8Array, deviceKey: string): Buffer {
  const { key, authSecret } = syntheticDevice(deviceKey);
  const { salt, senderKey, record } = readBody(Buffer.from(body));
  const keyInfo = Buffer.concat([Buffer.from("WebPush: info\0"), key.getPublicKey(), senderKey]);
  const inputKey = hkdfSync("sha256", key.computeSecret(senderKey), authSecret, keyInfo, 32);
  const contentKey = hkdfSync("sha256", Buffer.from(inputKey), salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = hkdfSync("sha256", Buffer.from(inputKey), salt, "Content-Encoding: nonce\0", 12);

  const decipher = createDecipheriv("aes-128-gcm", Buffer.from(contentKey), Buffer.from(nonce));
  decipher.setAuthTag(record.subarray(-tagBytes));
  return withoutPadding(Buffer.concat([decipher.update(record.subarray(0, -tagBytes)), decipher.final()]));
}

/** Salt, record size, length and bytes of the sender's key, then the one record that a push may have. */
function readBody(body: Buffer): { salt: Buffer; senderKey: Buffer; record: Buffer } {
  const recordStart = headerBytes + publicKeyBytes;
  if (body.length <= recordStart + tagBytes || body[20] !== publicKeyBytes) {
    throw new Error("not the body of a push");
  }
  const record = body.subarray(recordStart);
  if (record.length > body.readUInt32BE(16)) throw new Error("more than one record");
  return { salt: body.subarray(0, 16), senderKey: body.subarray(headerBytes, recordStart), record };
}

function withoutPadding(padded: Buffer): Buffer {
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== lastRecord) throw new Error("the padding does not end a last record");
  return padded.subarray(0, end);
}
