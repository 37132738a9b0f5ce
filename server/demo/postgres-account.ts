import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** The account of this machine under which PostgreSQL runs. */
export interface Account {
  /** Whom its files belong to; absent if that is whoever runs this. */
  readonly owner?: Owner;
  /** The command that leads there, where changing the user is not enough. */
  readonly through: readonly string[];
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Anybody else runs it as themselves; root runs it as whoever owns the data
 * directory already, or else as `postgres`, which is made where it is missing.
 */
export async function accountFor(directory: string, program: string): Promise<Account> {
  if (process.getuid?.() !== 0) return { through: [] };

  const owner = (await ownerOf(path.join(directory, "data"))) ?? (await postgresUser());
  const plain = { owner, through: [] };
  if (await reaches(plain, directory, program)) return plain;

  const privileged = { owner, through: keepingFileAccess(owner) };
  if (await reaches(privileged, directory, program)) return privileged;

  throw new Error(
    `PostgreSQL does not run as root, and user ${owner.uid} cannot enter ${directory}: ` +
      "move the project to a directory that others may enter, or start it as an ordinary user",
  );
}

/** Runs a program under an account to its end and gives what it printed. Throws with what it complained about. */
export async function runAs(account: Account, program: string, ...words: readonly string[]): Promise<string> {
  const [command = program, ...rest] = [...account.through, program, ...words];
  const becoming = account.through.length === 0 ? account.owner : undefined;
  const { PATH, NODE_ENV } = process.env;
  const env = { PATH, NODE_ENV, LC_ALL: "C", TZ: "UTC" };

  // The current directory may be one that the account cannot enter.
  const { stdout } = await execute(command, rest, { cwd: "/", env, ...becoming });
  return stdout;
}

async function ownerOf(file: string): Promise<Owner | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found === undefined || found.uid === 0 ? undefined : { uid: found.uid, gid: found.gid };
}

async function postgresUser(): Promise<Owner> {
  try {
    return await idsOf("postgres");
  } catch {
    await execute("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]).catch(
      (cause: unknown) => {
        throw new Error(
          "PostgreSQL does not run as root, and no user `postgres` could be made: start it as an ordinary user",
          {
            cause,
          },
        );
      },
    );
    return idsOf("postgres");
  }
}

async function idsOf(name: string): Promise<Owner> {
  const [uid, gid] = await Promise.all([execute("id", ["-u", name]), execute("id", ["-g", name])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function reaches(account: Account, directory: string, program: string): Promise<boolean> {
  return runAs(account, "/bin/sh", "-c", 'test -x "$1" && test -x "$2"', "sh", directory, program).then(
    () => true,
    () => false,
  );
}

/**
 * A project below /root is closed to everybody else. There PostgreSQL keeps the one right of root that it needs, to
 * pass closed directories; without the secure bit, access() would forget it and initdb would not find its parts.
 */
function keepingFileAccess({ uid, gid }: Owner): readonly string[] {
  const only = "-all,+dac_override";
  return [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--securebits=+no_setuid_fixup",
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
  ];
}
