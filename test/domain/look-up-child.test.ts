import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { connectDatabase, type Database } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import type { NumberSource } from "@/server/vocabulary/number-source";
import { LookupRequest } from "@/server/vocabulary/lookup-request";
import { test as base } from "@/test/support/database";
import { makeNhsNumber, makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");
const settings: LookupSettings = {
  mode: "unscheduled",
  LOOKUPS_PER_MINUTE: 3,
  CARD_CLEARS_AFTER_MINUTES: 30,
  ENDED_PLAN_VISIBLE_DAYS: 365,
  UNBORN_PLAN_VISIBLE_DAYS: 28,
};

interface Given {
  readonly world: World;
  readonly crew: PersonActor;
  readonly service: Database;
  readonly asks: (nhsNumber: NhsNumber, change?: AskChange) => ReturnType<typeof lookUpChild>;
}

interface AskChange {
  readonly requestId?: string;
  readonly at?: Date;
  readonly mode?: LookupSettings["mode"];
  readonly numberSource?: NumberSource;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  crew: async ({ world }, use) => use(await world.person("crew")),
  service: async ({ database }, use) => {
    const service = connectDatabase({ url: database.appUrl, connections: 8 });
    await use(service);
    await service.$disconnect();
  },
  asks: async ({ service, crew }, use) =>
    use((nhsNumber, { requestId = randomUUID(), at = now, mode = "unscheduled", numberSource } = {}) => {
      const request = LookupRequest.parse({ requestId, nhsNumber, numberSource });
      return withWork(service, { actor: crew, now: at }, (work) =>
        lookUpChild(work, request, { ...settings, mode }),
      );
    }),
});

async function rowsOf(world: World, nhsNumber: NhsNumber) {
  const [row] = await world.sql(
    `select (select count(*)::int from lookup where nhs_number = $1) as lookups,
       (select count(*)::int from attendance where nhs_number = $1) as attendances,
       (select count(*)::int from audit where nhs_number = $1) as audits,
       (select count(*)::int from alert join subject on subject.id = subject_id where nhs_number = $1) as alerts,
       (select count(*)::int from outbox where job->>'alertId' in
         (select a.id::text from alert a join subject s on s.id = a.subject_id where s.nhs_number = $1)) as jobs`,
    [nhsNumber],
  );
  return row;
}

test("a lookup says how its number came to the phone; a phone that does not say so had it typed", async ({
  asks,
  world,
}) => {
  const [scanned, unsaid] = [makeNhsNumber(), makeNhsNumber()];

  await asks(scanned, { numberSource: "scanned" });
  await asks(unsaid);

  const sources =
    "select nhs_number, number_source from lookup where nhs_number = any($1) order by number_source";
  expect(await world.sql(sources, [[scanned, unsaid]])).toEqual([
    { nhs_number: scanned, number_source: "scanned" },
    { nhs_number: unsaid, number_source: "typed" },
  ]);
});

test("a child on a plan is held, and answer, record, attendance, alert and work are there together", async ({
  world,
  asks,
}) => {
  const child = await world.plan();

  const card = await asks(child.nhsNumber);

  expect(card).toMatchObject({
    answer: "held",
    entries: [
      { authorityName: world.authority.name, plans: [{ kind: "child-protection", state: "in-force" }] },
    ],
  });
  expect(await rowsOf(world, child.nhsNumber)).toEqual({
    lookups: 1,
    attendances: 1,
    audits: 1,
    alerts: 1,
    jobs: 1,
  });
});

test("at night the emergency number comes first", async ({ world, asks }) => {
  const child = await world.plan();

  const card = await asks(child.nhsNumber);

  if (card.answer !== "held") throw new Error("expected held");
  expect(card.entries[0]?.numbers.first).toEqual({ label: "Emergency duty team", number: "01632 960200" });
});

test("a stranger is none held: on record, and nobody is told", async ({ world, asks }) => {
  const stranger = makeNhsNumber();

  expect(await asks(stranger)).toMatchObject({ answer: "none-held" });

  expect(await rowsOf(world, stranger)).toEqual({
    lookups: 1,
    attendances: 0,
    audits: 1,
    alerts: 0,
    jobs: 0,
  });
});

test("a scheduled look is on record and tells nobody", async ({ world, asks }) => {
  const child = await world.plan();

  expect(await asks(child.nhsNumber, { mode: "scheduled" })).toMatchObject({
    answer: "held",
    mode: "scheduled",
  });

  expect(await rowsOf(world, child.nhsNumber)).toEqual({
    lookups: 1,
    attendances: 0,
    audits: 1,
    alerts: 0,
    jobs: 0,
  });
});

test("the same request again, even at the same moment, is one lookup and one alert", async ({
  world,
  asks,
}) => {
  const child = await world.plan();
  const requestId = randomUUID();

  const cards = await Promise.all([1, 2, 3, 4].map(() => asks(child.nhsNumber, { requestId })));

  expect(new Set(cards.map((card) => card.lookupId)).size).toBe(1);
  expect(await rowsOf(world, child.nhsNumber)).toEqual({
    lookups: 1,
    attendances: 1,
    audits: 1,
    alerts: 1,
    jobs: 1,
  });
});

test("a question that is repeated later gives its card no more time than the first answer had", async ({
  asks,
}) => {
  const nhsNumber = makeNhsNumber();
  const requestId = randomUUID();
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

  expect(await asks(nhsNumber, { requestId })).toMatchObject({ clearsInMs: 30 * 60_000 });

  const later = { clearsInMs: 18 * 60_000, clearsAt: minutes(30) };
  expect(await asks(nhsNumber, { requestId, at: minutes(12) })).toMatchObject(later);
  expect(await asks(nhsNumber, { requestId, at: minutes(31) })).toMatchObject({ clearsInMs: 0 });
});

test("a request id that was used for another number is refused", async ({ world, asks }) => {
  const child = await world.plan();
  const requestId = randomUUID();
  await asks(child.nhsNumber, { requestId });

  await expect(asks(makeNhsNumber(), { requestId })).rejects.toMatchObject({ kind: "conflict" });
});

test("a repeated request whose answer has changed is asked anew, not answered off the record", async ({
  world,
  asks,
}) => {
  const nhsNumber = makeNhsNumber();
  const requestId = randomUUID();
  await asks(nhsNumber, { requestId });
  await world.plan({ nhsNumber });

  await expect(asks(nhsNumber, { requestId })).rejects.toMatchObject({ kind: "conflict" });
});

test("ended plans show for a year, labelled; deleted and long ended ones never", async ({ world, asks }) => {
  const ended = await world.plan({ startOn: "2025-01-01", endOn: "2026-08-23" });
  const longEnded = await world.plan({ startOn: "2024-01-01", endOn: "2025-10-23" });
  const deleted = await world.plan({ deletedOn: "2026-02-01" });

  expect(await asks(ended.nhsNumber)).toMatchObject({ entries: [{ plans: [{ state: "ended" }] }] });
  expect(await asks(longEnded.nhsNumber)).toMatchObject({ answer: "none-held" });
  expect(await asks(deleted.nhsNumber)).toMatchObject({ answer: "none-held" });
});

test("the number that replaced another leads to the plan, and says so", async ({ world, asks }) => {
  const newNumber = makeNhsNumber();
  const child = await world.plan({ supersededBy: newNumber });

  expect(await asks(newNumber)).toMatchObject({ answer: "held", entries: [{ isNumberReplaced: true }] });
  expect(await asks(child.nhsNumber)).toMatchObject({
    answer: "held",
    entries: [{ isNumberReplaced: true }],
  });
});

test("a child known to two authorities raises an alert to each", async ({ database, world, asks }) => {
  const other = await makeWorld(database, now);
  const child = await world.plan();
  await other.plan({ nhsNumber: child.nhsNumber, kind: "looked-after" });

  const card = await asks(child.nhsNumber);

  expect(card).toMatchObject({ answer: "held" });
  expect(await rowsOf(world, child.nhsNumber)).toMatchObject({ lookups: 1, alerts: 2, jobs: 2 });
});

test("more lookups a minute than the limit are refused with the seconds to wait", async ({ asks }) => {
  const at = (second: number) => new Date(now.getTime() + second * 1_000);
  for (const second of [0, 10, 20]) await asks(makeNhsNumber(), { at: at(second) });

  await expect(asks(makeNhsNumber(), { at: at(30) })).rejects.toMatchObject({
    kind: "too-often",
    waitSeconds: 30,
  });
  expect(await asks(makeNhsNumber(), { at: at(61) })).toMatchObject({ answer: "none-held" });
});

test("earlier attendances are shown to later viewers of another organisation", async ({
  database,
  world,
  asks,
  service,
}) => {
  const child = await world.plan();
  const elsewhere = await makeWorld(database, now);
  const otherCrew = await elsewhere.person("crew");
  await asks(child.nhsNumber, { at: new Date(now.getTime() - 3_600_000) });

  const request = LookupRequest.parse({ requestId: randomUUID(), nhsNumber: child.nhsNumber });
  const card = await withWork(service, { actor: otherCrew, now }, (work) =>
    lookUpChild(work, request, settings),
  );

  if (card.answer !== "held") throw new Error("expected held");
  expect(card.attendances).toMatchObject([
    { organisationName: world.trust.name, careSettingName: "Ambulance" },
  ]);
});

test("a lookup that cannot be finished leaves nothing behind", async ({ world, crew, service }) => {
  const child = await world.plan();
  const request = LookupRequest.parse({ requestId: randomUUID(), nhsNumber: child.nhsNumber });

  const attempt = withWork(service, { actor: crew, now }, async (work) => {
    await lookUpChild(work, request, settings);
    throw new Error("the connection was lost before commit");
  });

  await expect(attempt).rejects.toThrow("connection was lost");
  expect(await rowsOf(world, child.nhsNumber)).toEqual({
    lookups: 0,
    attendances: 0,
    audits: 0,
    alerts: 0,
    jobs: 0,
  });
});
