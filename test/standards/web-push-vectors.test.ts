import { createECDH, type ECDH } from "node:crypto";
import { createRequire } from "node:module";
import { expect, test } from "@playwright/test";
import webPush from "web-push";
import { decryptPush, makeReceiverKeys, publicKeysOf } from "@/test/support/fake-push-encryption";
import { verifyVapid } from "@/test/support/fake-push-vapid";

/** RFC 8291, appendix A. */
const appendixA = {
  plaintext: "When I grow up, I want to be a watermelon",
  senderPrivate: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
  receiverPublic: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
  receiverPrivate: "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
  authSecret: "BTBZMqHH6r4Tts7J_aSIgg",
  salt: "DGv6ra1nlYgDCS1FRnbzlw",
  body:
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru" +
    "3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};

/** RFC 8292, section 2.4. */
const section24 = {
  authorization:
    "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3N" +
    "jgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmys" +
    "azNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs",
  audience: "https://push.example.net",
  expiresAt: new Date(1_453_523_768_000),
};

const oneHourBefore = (instant: Date) => new Date(instant.getTime() - 3_600_000);
const now = new Date();

test("the library encrypts the example of RFC 8291 to the very bytes printed there", () => {
  const sealed = encryptionOfTheLibrary().encrypt(Buffer.from(appendixA.plaintext), {
    version: "aes128gcm",
    privateKey: privateKey(appendixA.senderPrivate),
    dh: appendixA.receiverPublic,
    authSecret: appendixA.authSecret,
    salt: appendixA.salt,
  });

  expect(sealed.toString("base64url")).toBe(appendixA.body);
});

test("the library and our own reader both decrypt the example of RFC 8291", () => {
  const body = Buffer.from(appendixA.body, "base64url");
  const receiver = privateKey(appendixA.receiverPrivate);
  const authSecret = Buffer.from(appendixA.authSecret, "base64url");

  const byLibrary = encryptionOfTheLibrary().decrypt(body, {
    version: "aes128gcm",
    privateKey: receiver,
    authSecret: appendixA.authSecret,
  });
  const byOurs = decryptPush(body, { privateKey: receiver, authSecret });

  expect(byLibrary.toString()).toBe(appendixA.plaintext);
  expect(byOurs.toString()).toBe(appendixA.plaintext);
});

test("a push with one bit changed cannot be opened", () => {
  const body = Buffer.from(appendixA.body, "base64url");
  body.writeUInt8(body.readUInt8(body.length - 20) ^ 1, body.length - 20);

  const open = () =>
    decryptPush(body, {
      privateKey: privateKey(appendixA.receiverPrivate),
      authSecret: Buffer.from(appendixA.authSecret, "base64url"),
    });

  expect(open).toThrow();
});

test("what the library encrypts for a new subscription is one record of fresh salt and key", () => {
  const receiver = makeReceiverKeys();
  const { p256dh, auth } = publicKeysOf(receiver);

  const [one, two] = ["the same", "the same"].map(
    (text) => webPush.encrypt(p256dh, auth, text, "aes128gcm").cipherText,
  );

  expect(decryptPush(one ?? Buffer.alloc(0), receiver).toString()).toBe("the same");
  expect(decryptPush(two ?? Buffer.alloc(0), receiver).toString()).toBe("the same");
  expect(one?.subarray(0, 16)).not.toEqual(two?.subarray(0, 16));
  expect(one?.subarray(21, 86)).not.toEqual(two?.subarray(21, 86));
});

test("the example of RFC 8292 is signed by the key beside it, for the audience and contact printed there", () => {
  const { authorization, audience, expiresAt } = section24;

  const identity = verifyVapid(authorization, { audience, now: oneHourBefore(expiresAt) });

  expect(identity).toEqual({
    audience,
    expiresAt,
    subject: "mailto:push@example.com",
    publicKey: "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs",
  });
});

test("the signature of the library satisfies the same reader", () => {
  const { publicKey, privateKey: secret } = webPush.generateVAPIDKeys();
  const audience = "https://push.example.net";

  const { Authorization } = webPush.getVapidHeaders(
    audience,
    "mailto:duty@lantern.example",
    publicKey,
    secret,
    "aes128gcm",
  );

  expect(verifyVapid(Authorization, { audience, now })).toMatchObject({
    audience,
    publicKey,
    subject: "mailto:duty@lantern.example",
  });
});

const { authorization, audience, expiresAt } = section24;
const inTime = oneHourBefore(expiresAt);
const turnedDown = [
  { fault: "for another audience", says: "not for", audience: "https://push.example.org" },
  { fault: "that has expired", says: "expired", at: new Date(expiresAt.getTime() + 1) },
  { fault: "that lives too long", says: "24 hours", at: new Date(expiresAt.getTime() - 86_401_000) },
  { fault: "over other claims", says: "not signed", header: authorization.replace(".eyJhd", ".eyJhe") },
  { fault: "by another key", says: "not signed", header: authorization.replace(/k=.*/, `k=${anyKey()}`) },
  { fault: "without a key", says: "not of the form", header: authorization.replace(/, k=.*/, "") },
  { fault: "in another scheme", says: "not of the form", header: authorization.replace("vapid", "Bearer") },
];
for (const { fault, says, ...changed } of turnedDown) {
  test(`the reader turns down a signature ${fault}`, () => {
    const { header, at, ...expected } = { header: authorization, audience, at: inTime, ...changed };

    expect(() => verifyVapid(header, { ...expected, now: at })).toThrow(says);
  });
}

function anyKey(): string {
  return publicKeysOf(makeReceiverKeys()).p256dh;
}

function privateKey(base64url: string): ECDH {
  const key = createECDH("prime256v1");
  key.setPrivateKey(base64url, "base64url");
  return key;
}

type EceOptions = {
  readonly version: "aes128gcm";
  readonly privateKey: ECDH;
  readonly authSecret: string;
  readonly dh?: string;
  readonly salt?: string;
};
type Ece = Record<"encrypt" | "decrypt", (bytes: Buffer, options: EceOptions) => Buffer>;

/** The copy that `web-push` itself loads, whose `encrypt` takes no salt and no key of ours. */
function encryptionOfTheLibrary(): Ece {
  const loaded: unknown = createRequire(createRequire(import.meta.url).resolve("web-push"))("http_ece");
  if (!isEce(loaded)) throw new Error("web-push no longer encrypts with http_ece");
  return loaded;
}

function isEce(loaded: unknown): loaded is Ece {
  return typeof loaded === "object" && loaded !== null && "encrypt" in loaded && "decrypt" in loaded;
}
