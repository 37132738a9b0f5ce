import { createDecipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from "node:crypto";

const TAG_BYTES = 16;
const LAST_RECORD = 2;

/** The secrets that a browser keeps for one subscription. */
export type ReceiverKeys = { readonly privateKey: ECDH; readonly authSecret: Buffer };

/** Makes what `PushManager.subscribe()` makes: a P-256 key pair and 16 secret bytes. */
export function makeReceiverKeys(): ReceiverKeys {
  const privateKey = createECDH("prime256v1");
  privateKey.generateKeys();
  return { privateKey, authSecret: randomBytes(16) };
}

/** The public half, as a browser hands it to the page. */
export function publicKeysOf({ privateKey, authSecret }: ReceiverKeys): { p256dh: string; auth: string } {
  return { p256dh: privateKey.getPublicKey("base64url"), auth: authSecret.toString("base64url") };
}

/**
 * Opens a push as the browser would (RFC 8291 on top of RFC 8188 `aes128gcm`), by Node's own primitives and nothing
 * of the library that sealed it. Throws when the keys do not fit or a byte was changed.
 */
export function decryptPush(body: Buffer, receiver: ReceiverKeys): Buffer {
  const { salt, senderKey, record } = readRecord(body);
  const keyInfo = Buffer.concat([
    Buffer.from("WebPush: info\0"),
    receiver.privateKey.getPublicKey(),
    senderKey,
  ]);
  const shared = receiver.privateKey.computeSecret(senderKey);
  const inputKey = derive(shared, receiver.authSecret, { info: keyInfo, length: 32 });
  const contentKey = derive(inputKey, salt, {
    info: Buffer.from("Content-Encoding: aes128gcm\0"),
    length: 16,
  });
  const nonce = derive(inputKey, salt, { info: Buffer.from("Content-Encoding: nonce\0"), length: 12 });

  const decipher = createDecipheriv("aes-128-gcm", contentKey, nonce);
  decipher.setAuthTag(record.subarray(-TAG_BYTES));
  return withoutPadding(Buffer.concat([decipher.update(record.subarray(0, -TAG_BYTES)), decipher.final()]));
}

/** Web push allows one record only (RFC 8291, section 4): salt, record size, length and bytes of the key, record. */
function readRecord(body: Buffer): { salt: Buffer; senderKey: Buffer; record: Buffer } {
  const keyLength = body.readUInt8(20);
  const record = body.subarray(21 + keyLength);
  if (record.length > body.readUInt32BE(16)) throw new Error("More than one record");

  return { salt: body.subarray(0, 16), senderKey: body.subarray(21, 21 + keyLength), record };
}

function derive(key: Buffer, salt: Buffer, { info, length }: { info: Buffer; length: number }): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, info, length));
}

function withoutPadding(padded: Buffer): Buffer {
  const end = padded.findLastIndex((byte) => byte !== 0);
  if (padded[end] !== LAST_RECORD) throw new Error("The padding does not end a last record");

  return padded.subarray(0, end);
}
