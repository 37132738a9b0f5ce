import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A private key of no use, for services that have to be given one and never sign with it; goes with the process. */
export const testKeyFile = makeKeyFile();

function makeKeyFile(): string {
  const directory = mkdtempSync(path.join(tmpdir(), "lantern-key-"));
  process.once("exit", () => {
    rmSync(directory, { recursive: true, force: true });
  });
  const file = path.join(directory, "key.pem");
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return file;
}
