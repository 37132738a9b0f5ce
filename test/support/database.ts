import { test as base } from "@playwright/test";
import type { DatabaseUrls } from "@/server/demo/postgres-databases";
import { bareDatabase, migratedDatabase, type OwnDatabase } from "@/test/support/database-server";

interface OfTest {
  /** A migrated database that no other test touches: for tests that count or stop everything there is. */
  readonly freshDatabase: () => Promise<DatabaseUrls>;
  /** A database with nothing in it, not even tables: for tests of the migrations themselves. */
  readonly emptyDatabase: () => Promise<DatabaseUrls>;
}

interface OfWorker {
  /** The worker's own migrated database, shared by its tests one after the other: each makes its own organisations. */
  readonly database: DatabaseUrls;
}

/** Playwright's `test` with databases. Each is a real one, and goes when the test or the worker that asked for it ends. */
export const test = base.extend<OfTest, OfWorker>({
  database: [
    async ({}, use) => {
      const own = await migratedDatabase();
      await use(own);
      await own.drop();
    },
    { scope: "worker" },
  ],

  freshDatabase: async ({}, use) => lend(migratedDatabase, use),
  emptyDatabase: async ({}, use) => lend(bareDatabase, use),
});

async function lend(
  make: () => Promise<OwnDatabase>,
  use: (borrow: () => Promise<DatabaseUrls>) => Promise<void>,
): Promise<void> {
  const lent: OwnDatabase[] = [];
  await use(async () => {
    const own = await make();
    lent.push(own);
    return own;
  });
  await Promise.all(lent.map((own) => own.drop()));
}
