import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "@/server/demo/postgres";
import { migrate } from "@/server/demo/postgres-migrate";
import { announceServer, sealTemplate } from "@/test/support/database-server";

/**
 * Starts one PostgreSQL for the whole run and migrates the database from which each worker copies its own. What is
 * returned stops it and removes its data; a run that is killed leaves nothing behind either.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(tmpdir(), "lantern-test-"));
  // Under root the server runs as another user, who has to be able to pass.
  await chmod(directory, 0o711);

  const postgres = await startPostgres({ directory, throwaway: true });
  try {
    await migrate(postgres.ownerUrl);
    await sealTemplate(postgres);
  } catch (error) {
    await postgres.stop();
    throw error;
  }

  announceServer(postgres);
  return () => postgres.stop();
}
