import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { createCaller } from "@/server/api/root";
import { withWork } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { LookReviewId, LookupId } from "@/server/vocabulary/ids";
import type { ReviewDecision } from "@/server/vocabulary/look-review";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeNhsNumber, makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly world: World;
  readonly service: TestService;
  readonly crew: PersonActor;
  readonly officer: PersonActor;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
  crew: async ({ world }, use) => use(await world.person("crew", "Amira Hassan")),
  officer: async ({ world }, use) => use(await world.person("privacy-officer", "Owen Test")),
});

function callerOf(service: TestService, actor: PersonActor) {
  return createCaller({ service, session: { state: "open", actor }, now }).review;
}

interface LookToMake {
  readonly at?: string;
  readonly nhsNumber?: string;
  readonly isOnCall?: boolean;
}

/** A look from unscheduled care at this very instant, on a call-out, unless told otherwise. */
async function addLook(world: World, person: PersonActor, look: LookToMake = {}): Promise<LookupId> {
  const { at = now.toISOString(), nhsNumber = makeNhsNumber(), isOnCall = true } = look;
  const incidentId = isOnCall ? randomUUID() : null;
  if (incidentId !== null)
    await world.sql(
      `insert into incident (id, organisation_id, person_id, care_setting_id, opened_at, call_number)
       values ($1, $2, $3, $4, $5, 'A17')`,
      [incidentId, person.organisationId, person.personId, person.careSettingId, at],
    );
  const [row] = await world.sql(
    `insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer, asked_at,
       incident_id)
     values ($1, $2, $3, $4, $5, 'unscheduled', $6, 'none-held', $7, $8) returning id`,
    [
      person.personId,
      randomUUID(),
      person.organisationId,
      person.careSettingId,
      person.role,
      nhsNumber,
      at,
      incidentId,
    ],
  );
  return LookupId.parse(row?.["id"]);
}

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

test("five looks of the days before are picked at random, the same when the list is opened again", async ({
  world,
  service,
  crew,
  officer,
}) => {
  for (let day = 10; day < 22; day += 1)
    await addLook(world, crew, { at: `2026-11-${String(day)}T09:00:00Z` });
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

for (const decision of ["proportionate", "not-proportionate"] as const) {
  test(`a look that was decided as ${decision} leaves the list, on record with reasons, note and name`, async ({
    world,
    service,
    crew,
    officer,
  }) => {
    const lookupId = await addLook(world, crew, { isOnCall: false });
    const caller = callerOf(service, officer);

    await caller.decide({ lookupId, decision, note: " Rang her manager. " });

    expect((await caller.list()).looks).toEqual([]);
    expect(
      await world.sql("select decision, note, reasons, decided_by_id, decided_at from look_review"),
    ).toContainEqual({
      decision,
      note: "Rang her manager.",
      reasons: ["no-call"],
      decided_by_id: officer.personId,
      decided_at: now,
    });
    expect(
      await world.sql(
        "select detail, concerns from audit where action = 'review:decide' and person_id = $1",
        [officer.personId],
      ),
    ).toEqual([{ detail: decision, concerns: lookupId }]);
    await expect(caller.decide({ lookupId, decision, note: "Again." })).rejects.toThrow(
      "This look is not on the list any more",
    );
  });
}

test("two officers decide at once: one is told that it is not on the list any more", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const lookupId = await addLook(world, crew, { isOnCall: false });
  const second = await world.person("privacy-officer", "Second Officer");
  const decide = (actor: PersonActor, decision: ReviewDecision) =>
    callerOf(service, actor).decide({ lookupId, decision, note: "Looked into it." });

  const outcomes = await Promise.allSettled([
    decide(officer, "proportionate"),
    decide(second, "not-proportionate"),
  ]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await world.sql("select 1 from look_review where lookup_id = $1", [lookupId])).toHaveLength(1);
});

test("a decision needs a line, and nobody decides on their own look", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const lookupId = await addLook(world, crew, { isOnCall: false });
  const own = await addLook(world, officer, { isOnCall: false });
  const caller = callerOf(service, officer);

  await expect(caller.decide({ lookupId, decision: "proportionate", note: "  " })).rejects.toThrow(
    "Write a line",
  );
  await expect(caller.decide({ lookupId: own, decision: "proportionate", note: "Fine." })).rejects.toThrow(
    "This look is your own",
  );
});

test("whoever is asked why sees the question, answers once, and the officer reads it and decides", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const nhsNumber = makeNhsNumber();
  const lookupId = await addLook(world, crew, { isOnCall: false, nhsNumber });
  const [asking, asked] = [callerOf(service, officer), callerOf(service, crew)];
  expect(await asked.own()).toEqual([]);

  await asking.decide({ lookupId, decision: "asked", note: "Which call was it?" });
  const questions = await asked.own();

  expect(questions).toMatchObject([
    { question: "Which call was it?", askedBy: "Owen Test", askedAt: now, at: now, setting: "Ambulance" },
  ]);
  expect(JSON.stringify(questions)).not.toContain(nhsNumber);
  expect((await asking.list()).looks).toMatchObject([
    { lookupId, asked: { note: "Which call was it?", answer: null } },
  ]);

  const reviewId = LookReviewId.parse(questions[0]?.reviewId);
  await asked.answer({ reviewId, answer: "A patient walked up to us." });
  await expect(asked.answer({ reviewId, answer: "Another story." })).rejects.toThrow("was answered already");
  expect(await asked.own()).toEqual([]);
  expect((await asking.list()).looks).toMatchObject([
    { asked: { answer: "A patient walked up to us.", answeredAt: now } },
  ]);

  await asking.decide({ lookupId, decision: "proportionate", note: "Good answer." });
  expect((await asking.list()).looks).toEqual([]);
});

test("nobody else reads or answers a question, and the database says the same", async ({
  world,
  service,
  crew,
  officer,
}) => {
  const lookupId = await addLook(world, crew, { isOnCall: false });
  await callerOf(service, officer).decide({ lookupId, decision: "asked", note: "Why?" });
  const [question] = await callerOf(service, crew).own();
  const reviewId = LookReviewId.parse(question?.reviewId);
  const colleague = await world.person("crew", "Ben Example");

  expect(await callerOf(service, colleague).own()).toEqual([]);
  await expect(callerOf(service, colleague).answer({ reviewId, answer: "Me." })).rejects.toThrow("not yours");
  const [seen, changed] = await withWork(service.database, { actor: colleague, now }, async ({ tx }) => [
    await tx.$queryRaw`select id from look_review`,
    await tx.$executeRaw`update look_review set answer = 'Me.', answered_at = now()`,
  ]);
  expect({ seen, changed }).toEqual({ seen: [], changed: 0 });
  await expect(
    withWork(
      service.database,
      { actor: crew, now },
      ({ tx }) =>
        tx.$executeRaw`insert into look_review (lookup_id, organisation_id, decision, note, reasons, decided_by_id, decided_at)
        values (${lookupId}::uuid, ${crew.organisationId}::uuid, 'proportionate', 'Fine.', '{}', ${crew.personId}::uuid, ${now})`,
    ),
  ).rejects.toThrow("row-level security");
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
