// Checks a record of who looked: `node verify-record.mjs who-looked.json who-looked.jws jwks.json`. It needs nothing of
// Lantern but the public keys, which the service gives out at /api/record-keys.

import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const [record, signature, keys] = process.argv.slice(2).map((file) => readFileSync(file));
const [header = "", , end = ""] = String(signature).trim().split(".");
const { kid } = JSON.parse(Buffer.from(header, "base64url").toString());
const key = JSON.parse(String(keys)).keys.find((candidate) => candidate.kid === kid);

const isSound =
  key !== undefined &&
  verify(
    null,
    Buffer.from(`${header}.${record.toString("base64url")}`),
    createPublicKey({ key, format: "jwk" }),
    Buffer.from(end, "base64url"),
  );
console.log(`SHA-256 ${createHash("sha256").update(record).digest("hex")}`);
console.log(
  isSound ? "Sound: these bytes were signed." : "NOT SOUND: the record was changed or the key is another.",
);
process.exitCode = isSound ? 0 : 1;
