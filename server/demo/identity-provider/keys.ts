import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import { z } from "zod";

const IssuerKeys = z.object({
  /** Private keys that sign tokens, as JSON web keys. */
  signing: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1),
  /** Secrets that sign the issuer's own cookies. */
  cookies: z.array(z.string()).min(1),
});
export type IssuerKeys = z.infer<typeof IssuerKeys>;

/** The issuer's keys: made at the first start, kept for the next in a file that only its owner can read. */
export async function keptKeys(directory: string): Promise<IssuerKeys> {
  const file = path.join(directory, "issuer-keys.json");
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept !== undefined) return IssuerKeys.parse(JSON.parse(kept));

  const keys = await makeKeys();
  await mkdir(directory, { recursive: true });
  // Written aside and moved: a start that is cut off leaves a whole file or none.
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return keys;
}

export async function makeKeys(): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const signing = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(8).toString("hex"),
    alg: "RS256",
    use: "sig",
  };
  return IssuerKeys.parse({ signing: [signing], cookies: [randomBytes(32).toString("base64url")] });
}
