import { expect } from "@playwright/test";
import type { Context } from "@/server/api/context";
import { withWork } from "@/server/db/work";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import type { PersonActor } from "@/server/vocabulary/actor";
import { callOverHttp } from "@/test/support/call-over-http";
import { test as base, type FakeDemographics } from "@/test/support/fake-demographics";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly world: World;
  readonly service: TestService;
  readonly crew: PersonActor;
}

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database, demographics }, use) => {
    const service = makeService(database.appUrl, {
      ...demographics.settings,
      SEARCHES_PER_MINUTE: "3",
      SEARCH_TIMEOUT_MILLISECONDS: "2000",
    });
    await use(service);
    await service.stop();
  },
  crew: async ({ world }, use) => use(await world.person("crew")),
});

const wren: StandInPatient = {
  nhsNumber: "9990000018",
  names: [{ familyName: "Quillworth", givenNames: ["Wren"] }],
  dateOfBirth: "2019-05-04",
  gender: "female",
  postcode: "ZZ1 4AP",
};
const typed = { familyName: "Qui*", day: "4", month: "5", year: "2019" };

async function search(
  { service, actor, at = now }: { service: TestService; actor: PersonActor; at?: Date },
  input: unknown = typed,
) {
  const ctx: Context = { service, now: at, session: { state: "open", actor } };
  const { status, text } = await callOverHttp("person.search", input, () => ctx);
  const body = JSON.parse(text) as {
    result?: { data: { json: unknown } };
    error?: { json: { message: string } };
  };
  return { status, text, answer: body.result?.data.json, message: body.error?.json.message };
}

function auditOf(world: World, { personId }: PersonActor) {
  return world.sql(
    "select action, outcome, detail, nhs_number from audit where person_id = $1 order by happened_at, id",
    [personId],
  );
}

for (const role of ["crew", "control-room", "scheduled-clinician"] as const) {
  test(`one person is found for the role ${role}, on record with what it was by and how many fit`, async ({
    world,
    service,
    demographics,
  }) => {
    demographics.know(wren);
    const actor = await world.person(role);

    const { answer } = await search({ service, actor });

    expect(answer).toEqual({
      kind: "found",
      isAsTyped: true,
      person: {
        nhsNumber: "9990000018",
        familyName: "Quillworth",
        givenNames: ["Wren"],
        birthDate: "2019-05-04",
        gender: "female",
        postcode: "ZZ1 4AP",
      },
    });
    expect(await auditOf(world, actor)).toEqual([
      {
        action: "person:search",
        outcome: "done",
        detail: "by part of the family name, date of birth: 1",
        nhs_number: "9990000018",
      },
    ]);
  });
}

interface Case {
  readonly title: string;
  readonly known: (demographics: FakeDemographics) => void;
  readonly input?: object;
  readonly answer: object;
  readonly record: object;
}

const sister = { ...wren, nhsNumber: "9990000026" };
const cases: readonly Case[] = [
  {
    title: "nobody",
    known: () => undefined,
    answer: { kind: "none" },
    record: { outcome: "done", detail: "by part of the family name, date of birth: 0" },
  },
  {
    title: "too many, with what to add",
    known: (demographics) => {
      demographics.know(wren);
      demographics.know(sister);
    },
    input: { familyName: "Quillworth", givenName: "Wren", age: "7", postcode: "ZZ1" },
    answer: { kind: "too-many", add: ["birth-date", "gender"] },
    record: { outcome: "done", detail: "by family name, given name, age, postcode: more than 1" },
  },
  {
    title: "a record that may not be shown",
    known: (demographics) => demographics.know({ ...wren, security: "V" }),
    answer: { kind: "withheld" },
    record: { outcome: "done", detail: "by part of the family name, date of birth: 1, withheld" },
  },
  {
    title: "demographics down",
    known: (demographics) => demographics.fail({ status: 500 }),
    answer: { kind: "could-not-search" },
    record: {
      outcome: "failed",
      detail: "by part of the family name, date of birth: demographics did not answer",
    },
  },
];

for (const { title, known, input, answer, record } of cases) {
  test(`an answer that names nobody is on record too: ${title}`, async ({
    world,
    service,
    demographics,
    crew,
  }) => {
    known(demographics);

    expect((await search({ service, actor: crew }, input)).answer).toEqual(answer);
    expect(await auditOf(world, crew)).toEqual([{ action: "person:search", nhs_number: null, ...record }]);
  });
}

test("nothing that was typed is in the audit, and nothing in the log", async ({
  world,
  database,
  demographics,
}) => {
  const lines: string[] = [];
  const service = makeService(database.appUrl, { ...demographics.settings, LOG_LEVEL: "debug" });
  for (const level of ["info", "warn", "error"] as const)
    service.log[level] = (...said: unknown[]) => void lines.push(JSON.stringify(said));
  const actor = await world.person("crew");
  demographics.know(wren);

  await search({ service, actor }, { ...typed, givenName: "Wren", postcode: "ZZ1 4AP" });
  demographics.fail("html");
  await search({ service, actor }, { ...typed, givenName: "Wren", postcode: "ZZ1 4AP" });
  await search({ service, actor }, { ...typed, familyName: "Quillworth7" });
  await service.stop();

  const left = [...lines, JSON.stringify(await auditOf(world, actor))].join("\n");
  expect(lines).toHaveLength(2);
  expect(left).not.toMatch(/qui|wren|4AP|2019-05/i);
});

test("what is wrong is said before anything is asked or counted", async ({
  world,
  service,
  demographics,
  crew,
}) => {
  const before = demographics.asked.length;
  const { status, message } = await search({ service, actor: crew }, { familyName: "Fa*", age: "7" });

  expect({ status, message }).toEqual({
    status: 400,
    message: "Enter at least 3 letters of the family name before the star.",
  });
  expect(demographics.asked).toHaveLength(before);
  expect(await world.sql("select from person_search where person_id = $1", [crew.personId])).toEqual([]);
});

test("whoever searches too often waits, in all windows together, and nobody else does", async ({
  world,
  service,
  demographics,
  crew,
}) => {
  demographics.know(wren);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => search({ service, actor: crew })));

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429, 429]);
  expect(answers.find(({ status }) => status === 429)?.message).toBe("Too many searches. Wait 60 seconds.");
  expect((await search({ service, actor: await world.person("crew") })).status).toBe(200);
  const later = new Date(now.getTime() + 60_000);
  expect((await search({ service, actor: crew, at: later })).status).toBe(200);
  expect(await auditOf(world, crew)).toContainEqual({
    action: "person:search",
    outcome: "refused",
    detail: "Too many searches. Wait 60 seconds.",
    nhs_number: null,
  });
});

test("when somebody searched is seen by themselves alone", async ({ world, service, demographics, crew }) => {
  demographics.know(wren);
  const colleague = await world.person("crew");
  await search({ service, actor: crew });

  const seenBy = (actor: PersonActor) =>
    withWork(service.database, { actor, now }, ({ tx }) => tx.personSearch.count());
  expect(await seenBy(crew)).toBe(1);
  expect(await seenBy(colleague)).toBe(0);
});

test("without a setting nobody searches", async ({ service, demographics, crew }) => {
  const before = demographics.asked.length;
  const actor = { ...crew, careSettingId: undefined };
  const { status, message } = await search({ service, actor });

  expect({ status, message }).toEqual({ status: 409, message: "Choose where you work first." });
  expect(demographics.asked).toHaveLength(before);
});

test("without a record nothing is answered", async ({ world, service, demographics, crew }) => {
  demographics.know(wren);
  await world.sql("alter table audit add constraint shut check (action <> 'person:search') not valid");
  const { status, text } = await search({ service, actor: crew });
  await world.sql("alter table audit drop constraint shut");

  expect(status).toBe(500);
  expect(text).not.toContain("Quillworth");
});

test("no transaction is open while demographics is asked", async ({ world, service, demographics, crew }) => {
  demographics.fail("hang");
  const before = demographics.asked.length;
  const searching = search({ service, actor: crew });
  await expect.poll(() => demographics.asked.length).toBeGreaterThan(before);
  const open = await world.sql(
    `select query from pg_stat_activity
     where datname = current_database() and usename = 'lantern_app' and state like 'idle in transaction%'`,
  );

  expect(open).toEqual([]);
  expect((await searching).answer).toEqual({ kind: "could-not-search" });
});
