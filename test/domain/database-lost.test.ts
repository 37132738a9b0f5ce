import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { expect } from "@playwright/test";
import { Client } from "pg";
import { createContext, type Context } from "@/server/api/context";
import { withWork } from "@/server/db/work";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { PersonActor } from "@/server/vocabulary/actor";
import { LookupRequest } from "@/server/vocabulary/lookup-request";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { callOverHttp, type HttpAnswer } from "@/test/support/call-over-http";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly world: World;
  readonly crew: PersonActor;
  readonly service: TestService;
  /** A second connection of the running role: it may end the first, and hold what the first waits for. */
  readonly saboteur: Client;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  crew: async ({ world }, use) => use(await world.person("crew")),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
  saboteur: async ({ database }, use) => {
    const saboteur = new Client({ connectionString: database.appUrl });
    await saboteur.connect();
    await use(saboteur);
    await saboteur.end();
  },
});

function lookUp(service: TestService, actor: PersonActor, request: object): Promise<HttpAnswer> {
  const ctx: Context = { service, now, session: { state: "open", actor } };
  return callOverHttp("lookup.child", request, () => ctx);
}

const couldNot = { status: 500, error: { message: "The service could not do this. Try again." } };
const nothing = { lookups: 0, attendances: 0, views: 0, alerts: 0, jobs: 0 };
const everythingOnce = { lookups: 1, attendances: 1, views: 1, alerts: 1, jobs: 1 };

async function rowsOf(world: World, nhsNumber: NhsNumber): Promise<unknown> {
  const alerts =
    "select a.id::text from alert a join subject s on s.id = a.subject_id where s.nhs_number = $1";
  const [row] = await world.sql(
    `select (select count(*)::int from lookup where nhs_number = $1) as lookups,
       (select count(*)::int from attendance where nhs_number = $1) as attendances,
       (select count(*)::int from audit where nhs_number = $1 and outcome = 'done') as views,
       (select count(*)::int from (${alerts}) as raised) as alerts,
       (select count(*)::int from outbox where job->>'alertId' in (${alerts})) as jobs`,
    [nhsNumber],
  );
  return row;
}

/** Ends the one backend of the service that waits for a lock. */
async function endWhoeverWaits(saboteur: Client): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await saboteur.query<{ ended: boolean }>(
        `select pg_terminate_backend(pid) as ended from pg_stat_activity
         where datname = current_database() and application_name = 'lantern' and wait_event_type = 'Lock'`,
      );
      return rows;
    })
    .toEqual([{ ended: true }]);
}

test("a connection that is lost in the middle of a lookup is no answer, leaves nothing, and is made good by asking again", async ({
  world,
  crew,
  service,
  saboteur,
}) => {
  const { nhsNumber, subjectId } = await world.plan();
  const request = { requestId: randomUUID(), nhsNumber };
  const lock = `raise:${subjectId}`;
  await saboteur.query("select pg_advisory_lock(hashtextextended($1, 0))", [lock]);

  // Lookup, audit row and attendance are written; the alert waits for the lock.
  const asked = lookUp(service, crew, request);
  await endWhoeverWaits(saboteur);
  const answer = await asked;
  await saboteur.query("select pg_advisory_unlock(hashtextextended($1, 0))", [lock]);

  expect(answer).toMatchObject(couldNot);
  expect(answer.text).not.toMatch(/held|terminating|57P01/);
  expect(await rowsOf(world, nhsNumber)).toEqual(nothing);
  expect(await lookUp(service, crew, request)).toMatchObject({ status: 200, error: undefined });
  expect(await lookUp(service, crew, request)).toMatchObject({ status: 200, error: undefined });
  expect(await rowsOf(world, nhsNumber)).toEqual(everythingOnce);
});

test("that a lookup failed is on record once the database is back", async ({
  world,
  crew,
  service,
  saboteur,
}) => {
  const { nhsNumber, subjectId } = await world.plan();
  const lock = `raise:${subjectId}`;
  await saboteur.query("select pg_advisory_lock(hashtextextended($1, 0))", [lock]);

  const asked = lookUp(service, crew, { requestId: randomUUID(), nhsNumber });
  await endWhoeverWaits(saboteur);
  await asked;

  const record = await world.sql(
    "select action, outcome, detail, nhs_number from audit where person_id = $1",
    [crew.personId],
  );
  expect(record).toMatchObject([{ action: "child:look-up", outcome: "failed", nhs_number: null }]);
  expect(JSON.stringify(record)).not.toContain(nhsNumber);
});

test("a connection that is lost just before the commit gives no card, and asking again gives one of everything", async ({
  world,
  crew,
  service,
  saboteur,
}) => {
  const { nhsNumber } = await world.plan();
  const request = LookupRequest.parse({ requestId: randomUUID(), nhsNumber });
  const settings = { ...service.configuration, mode: "unscheduled" } as const;

  const attempt = withWork(service.database, { actor: crew, now }, async (work) => {
    const [backend] = await work.tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const card = await lookUpChild(work, request, settings);
    await saboteur.query("select pg_terminate_backend($1, 5000)", [backend?.pid]);
    return card;
  });

  await expect(attempt).rejects.toThrow();
  expect(await rowsOf(world, nhsNumber)).toEqual(nothing);
  expect(await lookUp(service, crew, request)).toMatchObject({ status: 200, error: undefined });
  expect(await rowsOf(world, nhsNumber)).toEqual(everythingOnce);
});

test("an answer that got lost on its way is given again for the same request, with one alert", async ({
  world,
  crew,
  service,
}) => {
  const { nhsNumber } = await world.plan();
  const request = { requestId: randomUUID(), nhsNumber };

  const lost = await lookUp(service, crew, request);
  const [first, second] = await Promise.all([lookUp(service, crew, request), lookUp(service, crew, request)]);

  expect([first.text, second.text]).toEqual([lost.text, lost.text]);
  expect(await rowsOf(world, nhsNumber)).toEqual(everythingOnce);
});

test("a database that cannot be reached is no answer, at the lookup and already at the session", async ({
  world,
  crew,
}) => {
  const { nhsNumber } = await world.plan();
  const away = makeService("postgresql://lantern_app:tests@127.0.0.1:1/lantern");
  const request = { requestId: randomUUID(), nhsNumber };

  const atLookup = await lookUp(away, crew, request);
  const atSession = await callOverHttp("lookup.child", request, () =>
    createContext(away, crew.sessionId, now),
  );
  await away.stop();

  for (const answer of [atLookup, atSession]) {
    expect(answer).toMatchObject(couldNot);
    expect(answer.text).not.toMatch(/held|127\.0\.0\.1|reach|prisma/i);
  }
  expect(await rowsOf(world, nhsNumber)).toEqual(nothing);
});

test("a database that takes the call and says nothing is an error within seconds, not a card that never comes", async ({
  crew,
}) => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket)).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = addressOf(silent.address());
  const frozen = makeService(`postgresql://lantern_app:tests@127.0.0.1:${port}/lantern`);

  const answer = await lookUp(frozen, crew, { requestId: randomUUID(), nhsNumber: "9990000018" });
  sockets.forEach((socket) => socket.destroy());
  silent.close();
  await frozen.stop();

  expect(answer).toMatchObject(couldNot);
});

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("the silent server has no port");
  return address;
}
