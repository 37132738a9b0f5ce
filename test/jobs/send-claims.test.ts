import { expect } from "@playwright/test";
import { claimSends, type HostRooms } from "@/server/db/send-claims";
import { withWork } from "@/server/db/work";
import { systemActor } from "@/server/vocabulary/actor";
import { sendJobKinds } from "@/server/vocabulary/job";
import { test as base } from "@/test/support/service";

interface Claiming {
  readonly limit?: number;
  readonly left?: Readonly<Record<string, number>>;
  readonly afterSeconds?: number;
  /** What happens before the claim is committed. */
  readonly meanwhile?: () => Promise<void>;
}

interface OfTest {
  /** Queues a send to each of these hosts, one second after the other, the last one due now. */
  readonly queue: (...hosts: readonly (string | null)[]) => Promise<void>;
  /** What a worker gets, as `host place`, where place counts the queued sends from 1. */
  readonly claim: (claiming?: Claiming) => Promise<{ readonly got: string[]; readonly isMore: boolean }>;
}

const test = base.extend<OfTest>({
  queue: async ({ world, now }, use) =>
    use(async (...hosts) => {
      for (const [place, host] of hosts.entries()) {
        await world.sql(
          `insert into outbox (id, kind, job, push_host, due_at)
           values ($1, 'send-notice', '{}', $2, $3::timestamptz - $4 * interval '1 second')`,
          [place + 1, host, now, hosts.length - 1 - place],
        );
      }
    }),
  claim: async ({ service, now }, use) =>
    use(({ limit = 100, left = {}, afterSeconds = 0, meanwhile = async () => undefined } = {}) => {
      const rooms: HostRooms = { usual: 2, left: new Map(Object.entries(left)) };
      const at = new Date(now.getTime() + afterSeconds * 1_000);
      return withWork(service.database, { actor: systemActor("worker"), now: at }, async (work) => {
        const wanted = { worker: "worker-1", limit, leaseMilliseconds: 10_000, kinds: sendJobKinds };
        const { held, isMore } = await claimSends(work, wanted, rooms);
        await meanwhile();
        return { got: held.map(({ id, pushHost = "none" }) => `${pushHost} ${id}`), isMore };
      });
    }),
});

test("of each push service the longest due are taken, as many as it has room for", async ({
  queue,
  claim,
}) => {
  await queue("a", "a", "a", "a", "b", "c", "c");

  expect(await claim({ left: { c: 1 } })).toEqual({ got: ["a 1", "b 5", "c 6", "a 2"], isMore: false });
  expect(await claim({ left: { a: 0, b: 1, c: 1 } })).toEqual({ got: ["c 7"], isMore: false });
  expect(await claim({ left: { a: -14, c: 0 } })).toEqual({ got: [], isMore: false });
  expect((await claim()).got).toEqual(["a 3", "a 4"]);
});

test("every push service comes first once before any comes a second time", async ({ queue, claim }) => {
  await queue("a", "a", "a", "b", "c");

  expect(await claim({ limit: 3 })).toEqual({ got: ["a 1", "b 4", "c 5"], isMore: true });
});

test("what waits for a push service that is full is nothing that another waits for", async ({
  queue,
  claim,
}) => {
  await queue(...Array.from({ length: 200 }, () => "a"), "b");

  expect((await claim({ limit: 1, left: { a: 0 } })).got).toEqual(["b 201"]);
});

test("sends without a push service of their own are taken too", async ({ queue, claim }) => {
  await queue("a", null);

  expect((await claim({ left: { a: 0 } })).got).toEqual(["none 2"]);
});

test("what is held is not taken, until its lease is over", async ({ queue, claim }) => {
  await queue("a");

  expect((await claim()).got).toEqual(["a 1"]);
  expect((await claim({ afterSeconds: 9.9 })).got).toEqual([]);
  expect((await claim({ afterSeconds: 10 })).got).toEqual(["a 1"]);
});

test("what another worker is taking at this moment is passed over, and looked at again", async ({
  queue,
  claim,
}) => {
  await queue("a", "a", "a", "b");
  let beside: unknown;

  const first = await claim({
    meanwhile: async () => {
      beside = await claim();
    },
  });
  const afterwards = await claim();

  expect(first.got).toEqual(["a 1", "b 4", "a 2"]);
  expect(beside).toEqual({ got: [], isMore: true });
  expect(afterwards).toEqual({ got: ["a 3"], isMore: false });
});

test("only sends that are due and not given up are taken", async ({ queue, claim, world, now }) => {
  await queue("a", "b", "c");
  await world.sql("update outbox set gave_up_at = $1 where id = 1", [now]);
  await world.sql("update outbox set due_at = $1::timestamptz + interval '1 second' where id = 2", [now]);
  await world.sql("insert into outbox (id, kind, job, due_at) values (9, 'climb-alert', '{}', $1)", [now]);

  expect((await claim()).got).toEqual(["c 3"]);
});
