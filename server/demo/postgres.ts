import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { accountFor } from "@/server/demo/postgres-account";
import { claim } from "@/server/demo/postgres-claim";
import { ensureCluster, type Passwords } from "@/server/demo/postgres-cluster";
import {
  createDatabase,
  databaseUrls,
  dropDatabase,
  giveRoles,
  runSql,
} from "@/server/demo/postgres-databases";
import type { DatabaseUrls, ServerUrls } from "@/server/demo/postgres-databases";
import { findPrograms } from "@/server/demo/postgres-programs";
import { runningServer, startServer, stopServer, type ServerPlace } from "@/server/demo/postgres-server";
import { watchServer } from "@/server/demo/postgres-watch";

export interface PostgresOptions {
  /** Where the data, the passwords and the server's log are kept. */
  readonly directory: string;
  /** Hears, in plain words, about the steps that take time. */
  readonly onProgress?: (message: string) => void;
  /** For tests: quick, not safe against a power cut, and `stop` removes the directory. */
  readonly throwaway?: boolean;
}

/** A running server. The addresses are those of its database `lantern`, which is there but may still be empty. */
export interface Postgres extends ServerUrls {
  readonly port: number;
  createDatabase(name: string, template?: string): Promise<DatabaseUrls>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL on a free port of 127.0.0.1, as root or as anybody else, and keeps its data in a directory
 * for the next time. What a killed earlier run left behind, running or half made, is put right. The server stops when
 * `stop` is called, and a moment after this process has gone in whatever way.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const directory = path.resolve(options.directory);
  const onProgress = options.onProgress ?? (() => undefined);
  await mkdir(directory, { recursive: true });
  const letGo = await claim(directory);

  try {
    const programs = await findPrograms();
    const account = await accountFor(directory, programs.pgCtl);
    const passwords = await ensureCluster({ directory, account, programs, onProgress });

    onProgress("Starting PostgreSQL");
    const place = { directory, account, programs, throwaway: options.throwaway ?? false };
    return await serve(place, passwords, letGo);
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function serve(
  place: ServerPlace,
  passwords: Passwords,
  letGo: () => Promise<void>,
): Promise<Postgres> {
  const port = await startServer(place);
  const pid = await runningServer(place.directory);
  const endWatch = pid === undefined ? () => undefined : watchServer(pid, place);

  // The watch goes last, so that a second Ctrl-C in the middle of this leaves nothing behind either.
  const stop = async (): Promise<void> => {
    await stopServer(place);
    await letGo();
    if (place.throwaway) await rm(place.directory, { recursive: true, force: true });
    endWatch();
  };

  try {
    const urls = await prepareLantern(port, passwords);
    return {
      port,
      ...urls,
      createDatabase: (name, template) => createDatabase(urls, name, template),
      dropDatabase: (name) => dropDatabase(urls, name),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** All of this is looked after at every start, so that a first start may be cut off anywhere. */
async function prepareLantern(port: number, { admin, owner, app }: Passwords): Promise<ServerUrls> {
  const address = (user: string, password: string): string =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/postgres`;
  const urls = {
    adminUrl: address("postgres", admin),
    ownerUrl: address("lantern_owner", owner),
    appUrl: address("lantern_app", app),
  };

  const found = await runSql(urls.adminUrl, "select datname from pg_database where datname = 'lantern'");
  if (found.length === 0) await createDatabase(urls, "lantern");
  else await giveRoles(urls, "lantern");

  await runSql(
    urls.adminUrl,
    `alter role lantern_owner password '${owner}'; alter role lantern_app password '${app}'`,
  );
  return { ...urls, ...databaseUrls(urls, "lantern") };
}
