import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { z } from "zod";
import { connectDatabase, type Database } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { OrganisationId, PersonId, SessionId } from "@/server/vocabulary/ids";
import { test as base } from "@/test/support/database";

// A pool that lends a connection out while a transaction is still open on it hands one person's identity to another.
// The adapter did so once when the wait for a connection ran out, so this crowds a small pool in every way it can.

const now = new Date("2026-11-23T21:14:00Z");
const Seen = z.array(z.object({ person: z.uuid().nullable(), system: z.string().nullable() })).length(1);

const test = base.extend<{ readonly pool: Database }>({
  pool: async ({ database }, use) => {
    const pool = connectDatabase({ url: database.appUrl, connections: 2 });
    await use(pool);
    await pool.$disconnect();
  },
});

function makeActor(): PersonActor {
  const organisationId = OrganisationId.parse(randomUUID());
  return {
    kind: "person",
    personId: PersonId.parse(randomUUID()),
    sessionId: SessionId.parse(randomUUID()),
    name: "Test crew",
    role: "crew",
    organisationId,
    organisationName: "Test Ambulance",
    authorityIds: [],
    careSettingId: undefined,
    careSettingName: undefined,
  };
}

async function personSeen(tx: Pick<Work["tx"], "$queryRaw">): Promise<string | null> {
  const rows = await tx.$queryRaw`select lantern_person() as person, lantern_system() as system`;
  const [seen] = Seen.parse(rows);
  return seen?.system ?? seen?.person ?? null;
}

/** One actor's work: looks three times who it is, does something in between, and tells whether it was ever wrong. */
async function doWork(pool: Database, between: (work: Work) => Promise<unknown>) {
  const actor = makeActor();
  const seen: (string | null)[] = [];
  const look = async ({ tx }: Work) => seen.push(await personSeen(tx));
  const outcome = await withWork(pool, { actor, now }, async (work) => {
    await look(work);
    await between(work);
    await look(work);
    await work.tx.$queryRaw`select pg_sleep(0.001)::text`;
    await look(work);
  }).then(
    () => "done" as const,
    (error: unknown) => (error instanceof Error ? error.message : "unknown"),
  );
  return { outcome, strangers: seen.filter((person) => person !== actor.personId) };
}

const nothing = async () => undefined;
const fail = async () => Promise.reject(new Error("the use case failed"));
const breakSql = ({ tx }: Work) => tx.$queryRaw`select 1 / 0`;
const kinds = [nothing, fail, nothing, breakSql];

async function nobodyIsLeftBehind(pool: Database): Promise<void> {
  const bare = await Promise.all([1, 2, 3, 4].map(() => personSeen(pool)));
  expect(bare, "outside a transaction there is no actor").toEqual([null, null, null, null]);
}

test("forty people at once on two connections are each only ever themselves", async ({ pool }) => {
  const crowd = Array.from({ length: 40 }, (_, index) =>
    doWork(pool, kinds[index % kinds.length] ?? nothing),
  );

  const results = await Promise.all(crowd);

  expect(results.flatMap(({ strangers }) => strangers)).toEqual([]);
  expect(results.filter(({ outcome }) => outcome === "done")).toHaveLength(20);
  expect(results.filter(({ outcome }) => outcome === "the use case failed")).toHaveLength(10);
  await nobodyIsLeftBehind(pool);
});

test("when the wait for a connection runs out, nobody gets one that is still somebody else's", async ({
  pool,
}) => {
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  const slow = [1, 2].map(() => doWork(pool, () => released));
  const waiting = Array.from({ length: 20 }, () => doWork(pool, nothing));

  const first = await Promise.race(waiting);
  const whileHeld = Array.from({ length: 18 }, (_, index) =>
    doWork(pool, kinds[index % kinds.length] ?? nothing),
  );
  release(undefined);
  const results = await Promise.all([...slow, ...waiting, ...whileHeld]);

  expect(first.outcome).toContain("Unable to start a transaction in the given time");
  expect(results.slice(0, 2).map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  expect(results.flatMap(({ strangers }) => strangers)).toEqual([]);
  expect(results.slice(-18).filter(({ outcome }) => outcome === "done")).toHaveLength(9);
  await nobodyIsLeftBehind(pool);
});

test("a system's work and a person's work that follow each other on one connection share nothing", async ({
  pool,
}) => {
  const system = { actor: { kind: "system", name: "worker" }, now } as const;

  for (let turn = 0; turn < 6; turn += 1) {
    expect(await withWork(pool, system, ({ tx }) => personSeen(tx))).toBe("worker");
    expect(await doWork(pool, turn % 2 === 0 ? nothing : fail)).toMatchObject({ strangers: [] });
    expect(await personSeen(pool)).toBeNull();
  }
});
