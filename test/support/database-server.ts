import { randomBytes } from "node:crypto";
import process from "node:process";
import { z } from "zod";
import { createDatabase, dropDatabase, runSql } from "@/server/demo/postgres-databases";
import type { DatabaseUrls, ServerUrls } from "@/server/demo/postgres-databases";

const TEMPLATE = "lantern";
const VARIABLE = "LANTERN_TEST_SERVER";
const Server = z.object({ adminUrl: z.url(), ownerUrl: z.url(), appUrl: z.url() });

/** A database of its own: the addresses, and the way to be rid of it. */
export interface OwnDatabase extends DatabaseUrls {
  drop(): Promise<void>;
}

/** Keeps everybody out of the migrated database, since only one to which nobody is connected can be copied. */
export async function sealTemplate({ adminUrl }: ServerUrls): Promise<void> {
  await runSql(adminUrl, `alter database ${TEMPLATE} with is_template true allow_connections false`);
}

/** Tells the workers, which inherit the environment, where the server of this run is. */
export function announceServer({ adminUrl, ownerUrl, appUrl }: ServerUrls): void {
  process.env[VARIABLE] = JSON.stringify({ adminUrl, ownerUrl, appUrl });
}

/** A copy of the migrated database, without rows but for those that the migrations write. Takes about 0.1 s. */
export function migratedDatabase(): Promise<OwnDatabase> {
  return ownDatabase(TEMPLATE);
}

/** A database with nothing in it at all. */
export function bareDatabase(): Promise<OwnDatabase> {
  return ownDatabase();
}

async function ownDatabase(template?: string): Promise<OwnDatabase> {
  const server = announcedServer();
  const name = `test_${randomBytes(6).toString("hex")}`;
  const urls = await createDatabase(server, name, template);

  return { ...urls, drop: () => dropDatabase(server, name) };
}

function announcedServer(): ServerUrls {
  const announced = process.env[VARIABLE];
  if (announced === undefined)
    throw new Error("Tests need the database of test/support/global-setup.ts: run `playwright test`");
  return Server.parse(JSON.parse(announced));
}
