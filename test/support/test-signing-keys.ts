import { createPrivateKey } from "node:crypto";
import { z } from "zod";
import type { Configuration } from "@/server/vocabulary/configuration";

// An Ed25519 key in PKCS #8 is these bytes and its 32 secret ones, which the tests do not keep secret.
const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
const key = createPrivateKey({
  key: Buffer.concat([prefix, Buffer.alloc(32, 7)]),
  format: "der",
  type: "pkcs8",
});

const Jwk = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string(), d: z.string() });

/** The keys of the tests that sign records. */
export const testSigningKeys: Configuration["RECORD_SIGNING_KEYS"] = {
  keys: [Jwk.parse(key.export({ format: "jwk" }))],
};
