import { expect } from "@playwright/test";
import { z } from "zod";
import { connectDatabase, type Database } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { test as base } from "@/test/support/database";
import { makeWorld, type World } from "@/test/support/make-world";
import { lockTable } from "@/test/support/table-lock";

const system = {
  actor: { kind: "system", name: "feed-door" },
  now: new Date("2026-11-23T21:14:00Z"),
} as const;

interface Given {
  readonly world: World;
  /** A pool of one connection with other limits than the service has. */
  readonly poolWith: (limits: string) => Database;
  /** Takes an authority's list to its next version, and then stands before a table that is locked. */
  readonly writeHalf: (pool: Database, limits?: { readonly timeout: number }) => Promise<unknown>;
  readonly writtenVersion: () => Promise<unknown>;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, system.now)),
  poolWith: async ({ database }, use) => {
    const pools: Database[] = [];
    await use((limits) => {
      const pool = connectDatabase({ url: `${database.appUrl}?${limits}`, connections: 1 });
      pools.push(pool);
      return pool;
    });
    for (const pool of pools) await pool.$disconnect();
  },
  writeHalf: async ({ world: { authority } }, use) =>
    use((pool, limits) =>
      pool.$transaction(async (tx) => {
        await tx.$queryRaw`select set_config('lantern.system', 'feed-door', true)`;
        await tx.$executeRaw`update register_state set version = 1 where authority_id = ${authority.id}::uuid`;
        await tx.$queryRaw`select count(*)::int from trace`;
      }, limits),
    ),
  writtenVersion: async ({ world }, use) =>
    use(() =>
      world.sql("select version::int from register_state where authority_id = $1", [world.authority.id]),
    ),
});

test("what a transaction left undone is never finished by the next one on its connection", async ({
  database,
  poolWith,
  writeHalf,
  writtenVersion,
}) => {
  // Neither the statement nor the rollback behind it is answered in time, as when storage stands still.
  const pool = poolWith("query_timeout=400&statement_timeout=0");
  const traces = await lockTable(database.ownerUrl, "trace");
  await expect(writeHalf(pool, { timeout: 100 })).rejects.toThrow();

  const next = withWork(pool, system, ({ tx }) => tx.$queryRaw`select 1 as one`);
  await traces.release();

  expect(await next).toEqual([{ one: 1 }]);
  expect(await writtenVersion()).toEqual([{ version: 0 }]);
});

test("PostgreSQL itself ends a statement that takes too long, and all that went before it", async ({
  database,
  poolWith,
  writeHalf,
  writtenVersion,
}) => {
  const pool = poolWith("statement_timeout=200");
  const traces = await lockTable(database.ownerUrl, "trace");

  await expect(writeHalf(pool)).rejects.toThrow("statement timeout");

  expect(await traces.countWaiting()).toBe(0);
  await traces.release();
  expect(await writtenVersion()).toEqual([{ version: 0 }]);
});

const Limit = z.tuple([z.object({ statement_timeout: z.string() })]);

test("it does so before the service stops waiting", async ({ poolWith }) => {
  const limit = await poolWith("").$queryRaw`show statement_timeout`;

  expect(Limit.parse(limit)).toEqual([{ statement_timeout: "12s" }]);
});
