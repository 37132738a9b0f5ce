import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

export interface ClientKey {
  /** PEM, which only its owner can read. */
  readonly privateKeyFile: string;
  readonly publicKey: KeyObject;
}

/** The key with which Lantern proves who it is to the stand-in: made at the first start, kept for the next. */
export async function keptClientKey(directory: string): Promise<ClientKey> {
  const privateKeyFile = path.join(directory, "demographics-key.pem");
  const kept = await readFile(privateKeyFile, "utf8").catch(() => undefined);
  const pem = kept ?? (await makeKey(directory, privateKeyFile));
  return { privateKeyFile, publicKey: createPublicKey(pem) };
}

async function makeKey(directory: string, file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  await mkdir(directory, { recursive: true });
  // Written aside and moved: a start that is cut off leaves a whole file or none.
  await writeFile(`${file}.new`, pem, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return pem;
}
