import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { LookupId } from "@/server/vocabulary/ids";
import { addLook, callerOf, now, test } from "@/test/support/look-review-desk";
import { makeNhsNumber, makeWorld } from "@/test/support/make-world";

test("a look without a call-out is on the list with its reason, and one on a call-out is not", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const nhsNumber = makeNhsNumber();
  const lookupId = await addLook(world, crew, { isOnCall: false, nhsNumber });
  await addLook(world, crew);

  const { looks, left, asAt } = await callerOf(service, officer).list();

  expect(looks).toMatchObject([
    {
      lookupId,
      name: "Amira Hassan",
      role: "crew",
      setting: "Ambulance",
      at: now,
      reasons: ["no-call"],
      asked: null,
    },
  ]);
  expect({ left, asAt }).toEqual({ left: 0, asAt: now });
  expect(JSON.stringify(looks)).not.toContain(nhsNumber);
});

const names = [
  ["Hassan", true],
  ["HASSAN", true],
  ["Jones-Hassan", true],
  ["Al Hassan", true],
  ["Hassani", false],
  ["Amira", false],
] as const;

for (const [familyName, isListed] of names) {
  test(`a look by Amira Hassan at a child of the name ${familyName} is ${isListed ? "" : "not "}on the list`, async ({
    world,
    service,
    crew,
    officer,
  }) => {
    const { nhsNumber, subjectId } = await world.plan();
    await world.sql("update subject set family_name = $2 where id = $1", [subjectId, familyName]);
    await addLook(world, crew, { nhsNumber });

    const { looks } = await callerOf(service, officer).list();

    expect(looks.map(({ reasons }) => reasons)).toEqual(isListed ? [["own-name"]] : []);
    expect(JSON.stringify(looks)).not.toContain("Robin");
  });
}

for (const [looker, familyName, isListed] of [
  ["Jane Smith-Jones", "Smith", true],
  ["Jane Smith-Jones", "Jones", true],
  ["Jane Smith-Jones", "Smith-Jones", true],
  ["Jane Smith-Jones", "Ali-Smith", true],
  ["Jane Smith-Jones", "Smithson", false],
  ["Jane Smith-Jones", "Jane", false],
  ["Omar Al-Hassan", "Al-Amin", false],
  ["Omar Al-Hassan", "Hassan", true],
  ["Li Wu", "Wu", true],
] as const) {
  test(`a look by ${looker} at a child of the name ${familyName} is ${isListed ? "" : "not "}on the list`, async ({
    world,
    service,
    officer,
  }) => {
    const { nhsNumber, subjectId } = await world.plan();
    await world.sql("update subject set family_name = $2 where id = $1", [subjectId, familyName]);
    await addLook(world, await world.person("crew", looker), { nhsNumber });

    const { looks } = await callerOf(service, officer).list();

    expect(looks.map(({ reasons }) => reasons)).toEqual(isListed ? [["own-name"]] : []);
  });
}

test("the twelfth look within an hour is on the list, and the eleven before it are not", async ({
  world,
  service,
  crew,
  officer,
}) => {
  for (let minute = 10; minute < 22; minute += 1)
    await addLook(world, crew, { at: `2026-11-23T20:${String(minute)}:00Z` });
  await addLook(world, crew, { at: "2026-11-23T19:05:00Z" });
  await addLook(world, await world.person("crew", "Ben Example"), { at: "2026-11-23T20:15:00Z" });

  const { looks } = await callerOf(service, officer).list();

  expect(looks).toMatchObject([{ at: new Date("2026-11-23T20:21:00Z"), reasons: ["many-in-an-hour"] }]);
});

test("a look at one child on a third day is on the list, counted in London days and for each person", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const nhsNumber = makeNhsNumber();
  for (const at of ["2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z"])
    await addLook(world, crew, { nhsNumber, at });
  const ben = await world.person("crew", "Ben Example");
  await addLook(world, ben, { nhsNumber, at: "2026-11-23T08:00:00Z" });
  expect((await callerOf(service, officer).list()).looks).toEqual([]);

  for (const at of ["2026-11-20T09:00:00Z", "2026-11-21T23:59:00Z"])
    await addLook(world, crew, { nhsNumber, at });

  const { looks } = await callerOf(service, officer).list();
  const repeated = looks.filter(({ reasons }) => reasons.includes("repeated"));
  expect(repeated.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(Array(3).fill("2026-11-23"));
  expect(repeated.every(({ name }) => name === "Amira Hassan")).toBe(true);
});

test("five looks of a day before are picked at random, the same when the list is opened again", async ({
  world,
  service,
  crew,
  officer,
}) => {
  for (let hour = 10; hour < 20; hour += 1)
    await addLook(world, crew, { at: `2026-11-21T${String(hour)}:00:00Z` });
  const caller = callerOf(service, officer);

  const first = await caller.list();
  const [one] = first.looks;
  await caller.decide({
    lookupId: LookupId.parse(one?.lookupId),
    decision: "proportionate",
    note: "On a call.",
  });
  const second = await caller.list();

  expect(first.looks.map(({ reasons }) => reasons)).toEqual(Array(5).fill(["at-random"]));
  expect(second.looks).toEqual(first.looks.slice(1));
});

test("looks of more than 28 days ago and of another organisation are not on the list", async ({
  database,
  world,
  service,
  crew,
  officer,
}) => {
  await addLook(world, crew, { isOnCall: false, at: "2026-10-26T23:59:00Z" });
  const other = await makeWorld(database, now);
  await addLook(other, await other.person("crew"), { isOnCall: false });
  expect((await callerOf(service, officer).list()).looks).toEqual([]);

  await addLook(world, crew, { isOnCall: false, at: "2026-10-27T00:01:00Z" });
  expect((await callerOf(service, officer).list()).looks).toHaveLength(1);
});

test("names in the register are compared for the privacy officer of the organisation alone", async ({
  database,
  world,
  service,
  crew,
  officer,
}) => {
  const { nhsNumber, subjectId } = await world.plan();
  await world.sql("update subject set family_name = 'Hassan' where id = $1", [subjectId]);
  const lookupId = await addLook(world, crew, { nhsNumber });
  const stranger = await (await makeWorld(database, now)).person("privacy-officer");
  const ask = (actor: PersonActor) =>
    withWork(
      service.database,
      { actor, now },
      ({ tx }) => tx.$queryRaw`select id::text from lantern_looks_at_own_name('2026-01-01') id`,
    );

  expect(await ask(officer)).toEqual([{ id: lookupId }]);
  expect(await ask(crew)).toEqual([]);
  expect(await ask(stranger)).toEqual([]);
});

test("looking at the list is on record", async ({ world, service, officer }) => {
  await callerOf(service, officer).list();

  expect(
    await world.sql("select action, outcome, detail from audit where person_id = $1", [officer.personId]),
  ).toEqual([{ action: "review:read", outcome: "done", detail: "looks: 0 of 0" }]);
});
