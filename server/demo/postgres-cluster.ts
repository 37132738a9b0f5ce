import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { runAs, type Account } from "@/server/demo/postgres-account";
import type { Programs } from "@/server/demo/postgres-programs";

/** The superuser's, the owner's and the running service's password, random and kept beside the data. */
const Passwords = z.object({ admin: z.string().min(1), owner: z.string().min(1), app: z.string().min(1) });
export type Passwords = Readonly<z.infer<typeof Passwords>>;

export interface ClusterOptions {
  readonly directory: string;
  readonly account: Account;
  readonly programs: Programs;
  readonly onProgress: (message: string) => void;
}

const MAJOR_VERSION = "18";
const UNFINISHED = "data.unfinished-";

/**
 * Makes sure that `directory/data` holds a whole PostgreSQL cluster and gives its passwords. A new cluster is made
 * beside its place and moved there when it is complete, so that one cut off half way is never mistaken for data;
 * existing data is never deleted.
 */
export async function ensureCluster(options: ClusterOptions): Promise<Passwords> {
  const { directory, onProgress } = options;
  const data = path.join(directory, "data");
  await removeUnfinished(directory);

  if (await isWhole(data)) return readPasswords(directory);

  await setAside(data, onProgress);
  onProgress("Making a new database");
  const passwords = await writePasswords(directory);
  await makeCluster(options, passwords);
  return passwords;
}

async function removeUnfinished(directory: string): Promise<void> {
  const names = await readdir(directory);
  const unfinished = names.filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(
    unfinished.map((name) => rm(path.join(directory, name), { recursive: true, force: true })),
  );
}

async function isWhole(data: string): Promise<boolean> {
  const version = await readFile(path.join(data, "PG_VERSION"), "utf8").catch(absentIfMissing);
  const control = await stat(path.join(data, "global", "pg_control")).catch(absentIfMissing);
  if (version === undefined || control === undefined) return false;

  if (version.trim() !== MAJOR_VERSION) {
    throw new Error(
      `${data} belongs to PostgreSQL ${version.trim()}, this is ${MAJOR_VERSION}: move it away to start with an empty database`,
    );
  }
  return true;
}

async function setAside(data: string, onProgress: (message: string) => void): Promise<void> {
  if ((await stat(data).catch(absentIfMissing)) === undefined) return;

  const aside = `${data}.damaged-${randomBytes(4).toString("hex")}`;
  await rename(data, aside);
  onProgress(`The data in ${data} is not complete; it is now in ${aside}`);
}

async function readPasswords(directory: string): Promise<Passwords> {
  const file = path.join(directory, "passwords.json");

  try {
    return Passwords.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    throw new Error(
      `The passwords of the database cannot be read from ${file}: remove ${directory} to start anew`,
      {
        cause,
      },
    );
  }
}

async function writePasswords(directory: string): Promise<Passwords> {
  const password = (): string => randomBytes(24).toString("base64url");
  const passwords = { admin: password(), owner: password(), app: password() };
  const file = path.join(directory, "passwords.json");

  await writeFile(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return passwords;
}

async function makeCluster(
  { directory, account, programs }: ClusterOptions,
  passwords: Passwords,
): Promise<void> {
  const unfinished = path.join(directory, `${UNFINISHED}${randomBytes(4).toString("hex")}`);
  const passwordFile = `${unfinished}.password`;
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, passwords.admin, { mode: 0o600 });
  if (account.owner !== undefined) {
    await chown(unfinished, account.owner.uid, account.owner.gid);
    await chown(passwordFile, account.owner.uid, account.owner.gid);
  }

  await runAs(account, programs.initdb, ...initdbWords(unfinished, passwordFile));
  await rename(unfinished, path.join(directory, "data"));
  await rm(passwordFile);
}

/** The builtin locale sorts alike on every machine. */
function initdbWords(data: string, passwordFile: string): readonly string[] {
  return [
    `--pgdata=${data}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
}

function absentIfMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
