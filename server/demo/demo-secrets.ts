import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import webPush from "web-push";
import { z } from "zod";

const DemoSecrets = z.object({
  sessionSecret: z.string(),
  careIdentityClientSecret: z.string(),
  councilClientSecret: z.string(),
  issuerSecret: z.string(),
  vapidPublicKey: z.string(),
  vapidPrivateKey: z.string(),
  deviceKey: z.string(),
  receiptKey: z.string(),
  recordSigningKeys: z.string(),
});
export type DemoSecrets = Readonly<z.infer<typeof DemoSecrets>>;

/** The demo's keys and secrets: made at the first start, kept for the next in a file that only its owner can read. */
export async function keptSecrets(directory: string): Promise<DemoSecrets> {
  const file = path.join(directory, "secrets.json");
  const kept = await readFile(file, "utf8").catch(() => undefined);
  const known = z.record(z.string(), z.string()).parse(JSON.parse(kept ?? "{}"));
  // What an older demo kept goes on; a key that it did not know yet is added.
  const secrets = DemoSecrets.parse({ ...makeSecrets(), ...known });
  if (Object.keys(secrets).every((name) => name in known)) return secrets;

  await mkdir(directory, { recursive: true });
  // Written aside and moved: a start that is cut off leaves a whole file or none.
  await writeFile(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}

function makeSecrets(): DemoSecrets {
  const vapid = webPush.generateVAPIDKeys();
  const random = (bytes: number) => randomBytes(bytes).toString("base64");
  return {
    sessionSecret: random(48),
    careIdentityClientSecret: random(32),
    councilClientSecret: random(32),
    issuerSecret: random(32),
    vapidPublicKey: vapid.publicKey,
    vapidPrivateKey: vapid.privateKey,
    deviceKey: random(32),
    receiptKey: random(32),
    recordSigningKeys: makeSigningKeys(),
  };
}

function makeSigningKeys(): string {
  return JSON.stringify({ keys: [generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" })] });
}
