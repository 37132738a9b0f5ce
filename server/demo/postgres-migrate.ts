import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Brings a database up to date with `prisma migrate deploy`, as production does. Safe to repeat. Throws with Prisma's
 * own words if the database is down or a migration fails.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  await prisma(["migrate", "deploy"], ownerUrl);
}

/** The SQL that would build prisma/schema.prisma (or another schema) from nothing. Needs no database. */
export async function schemaScript(schema = "prisma/schema.prisma"): Promise<string> {
  return prisma(["migrate", "diff", "--from-empty", "--to-schema", schema, "--script"]);
}

async function prisma(words: readonly string[], ownerUrl?: string): Promise<string> {
  const command = createRequire(import.meta.url).resolve("prisma/build/index.js");
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, DATABASE_OWNER_URL: ownerUrl };

  try {
    const { stdout } = await execute(process.execPath, [command, ...words], { cwd: root, env });
    return stdout;
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new Error(`prisma ${words.join(" ")} failed:\n${said.trim()}`, { cause: error });
  }
}
