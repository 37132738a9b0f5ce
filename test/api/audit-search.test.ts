import { expect } from "@playwright/test";
import { createCaller } from "@/server/api/root";
import type { PersonActor } from "@/server/vocabulary/actor";
import { roles } from "@/server/vocabulary/permission";
import { test as base } from "@/test/support/database";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");
const lately = { from: "2026-11-17", to: "2026-11-23" };
const nhsNumber = "9990000018";

interface Given {
  readonly world: World;
  readonly other: World;
  readonly service: TestService;
  readonly officer: PersonActor;
  readonly search: (asked?: object) => Promise<Found>;
}
type Found = Awaited<ReturnType<ReturnType<typeof createCaller>["audit"]["search"]>>;

const test = base.extend<Given>({
  world: async ({ database }, use) => use(await makeWorld(database, now)),
  other: async ({ database }, use) => use(await makeWorld(database, now)),
  service: async ({ database }, use) => {
    const service = makeService(database.appUrl);
    await use(service);
    await service.stop();
  },
  officer: async ({ world }, use) => use(await world.person("privacy-officer")),
  search: async ({ service, officer }, use) =>
    use((asked = {}) => callerOf(service, officer).audit.search({ ...lately, ...asked })),
});

function callerOf(service: TestService, actor: PersonActor) {
  return createCaller({ service, session: { state: "open", actor }, now });
}

test("a privacy officer finds what people of the organisation did, newest first", async ({
  world,
  search,
}) => {
  const crew = await world.person("crew", "Amira Example");
  await addRow(world, crew, { at: "2026-11-20T10:00:00Z", detail: "earlier" });
  await addRow(world, crew, { at: "2026-11-20T11:00:00Z", detail: "later", nhsNumber });

  const { rows, asAt, next } = await search();

  expect(rows.map(({ detail }) => detail)).toEqual(["later", "earlier"]);
  expect(rows[0]).toMatchObject({
    person: "Amira Example",
    role: "crew",
    setting: "Ambulance",
    action: "child:look-up",
    outcome: "done",
    nhs_number: nhsNumber,
  });
  expect({ asAt, next }).toEqual({ asAt: now, next: undefined });
});

test("nothing of another organisation is ever found", async ({ world, other, search }) => {
  await addRow(other, await other.person("crew"), { at: "2026-11-20T10:00:00Z", nhsNumber });
  await addRow(other, await other.person("data-officer"), { at: "2026-11-20T10:00:00Z" });

  expect((await search()).rows).toEqual([]);
  expect((await search({ nhsNumber })).rows.every(({ action }) => action === "audit:search")).toBe(true);
  expect(await world.sql("select 1 from audit where organisation_id = $1", [other.trust.id])).toHaveLength(1);
});

const filters = [
  [{ person: "AMIRA" }, ["by Amira"]],
  [{ person: "%" }, []],
  [{ action: "alert:read" }, ["of alerts"]],
  [{ outcome: "refused" }, ["refused"]],
  [{ nhsNumber: "999 000 0018" }, ["of a child"]],
  [{ from: "2026-11-18", to: "2026-11-18" }, ["just after midnight"]],
  [{ from: "2026-11-20", to: "2026-11-20", outcome: "done", person: "amira" }, ["by Amira"]],
] as const;

for (const [asked, expected] of filters) {
  test(`a search by ${JSON.stringify(asked)} finds ${expected.join(", ") || "nothing"}`, async ({
    world,
    search,
  }) => {
    const ben = await world.person("crew", "Ben Example");
    await addRow(world, await world.person("crew", "Amira Example"), {
      at: "2026-11-20T10:00:00Z",
      detail: "by Amira",
    });
    await addRow(world, ben, { at: "2026-11-20T11:00:00Z", detail: "of alerts", action: "alert:read" });
    await addRow(world, ben, { at: "2026-11-21T10:00:00Z", detail: "refused", outcome: "refused" });
    await addRow(world, ben, { at: "2026-11-22T10:00:00Z", detail: "of a child", nhsNumber });
    await addRow(world, ben, { at: "2026-11-18T00:00:00Z", detail: "just after midnight" });
    await addRow(world, ben, { at: "2026-11-17T23:59:59Z", detail: "just before midnight" });

    expect((await search(asked)).rows.map(({ detail }) => detail)).toEqual(expected);
  });
}

test("the search itself is put on record with the number, and without the words typed", async ({
  world,
  officer,
  search,
}) => {
  await search({ nhsNumber: "999 000 0018", person: "Amira", outcome: "refused" });

  const rows = await world.sql(
    "select actor_name, outcome, detail, nhs_number from audit where action = $1 and person_id = $2",
    ["audit:search", officer.personId],
  );
  expect(rows).toEqual([
    {
      actor_name: officer.name,
      outcome: "done",
      detail: "2026-11-17 to 2026-11-23, by person, refused",
      nhs_number: nhsNumber,
    },
  ]);
});

test("a long record is read in pages of 50, every row once", async ({ world, search }) => {
  const crew = await world.person("crew");
  await world.sql(
    `insert into audit (happened_at, actor_kind, person_id, actor_name, organisation_id, action, outcome)
     select timestamptz '2026-11-20 10:00Z' + (n / 3) * interval '1 second', 'person', $1, 'Test', $2, 'alert:read', 'done'
     from generate_series(1, 120) n`,
    [crew.personId, crew.organisationId],
  );

  const first = await search({ action: "alert:read" });
  const second = await search({ action: "alert:read", after: first.next });
  const third = await search({ action: "alert:read", after: second.next });

  expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
  expect(third.next).toBeUndefined();
  expect(new Set([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(120);
});

test("an NHS number that fails its check is refused, and is not repeated on record", async ({
  world,
  officer,
  search,
}) => {
  await expect(search({ nhsNumber: "999 000 0019" })).rejects.toThrow("This number fails its check");

  const rows = await world.sql("select outcome, detail, nhs_number from audit where person_id = $1", [
    officer.personId,
  ]);
  expect(rows).toEqual([
    { outcome: "refused", detail: expect.stringContaining("fails its check"), nhs_number: null },
  ]);
});

for (const role of roles.filter((name) => name !== "privacy-officer")) {
  test(`${role} may not search the audit, and the attempt is on record`, async ({ world, service }) => {
    const actor = await world.person(role);

    await expect(callerOf(service, actor).audit.search(lately)).rejects.toMatchObject({ code: "FORBIDDEN" });

    const rows = await world.sql("select action, outcome from audit where person_id = $1", [actor.personId]);
    expect(rows).toEqual([{ action: "audit:search", outcome: "refused" }]);
  });
}

interface Row {
  readonly at: string;
  readonly action?: string;
  readonly outcome?: string;
  readonly detail?: string;
  readonly nhsNumber?: string;
}

async function addRow(world: World, actor: PersonActor, row: Row): Promise<void> {
  await world.sql(
    `insert into audit (happened_at, actor_kind, person_id, actor_name, role, organisation_id, care_setting_id, action,
       outcome, detail, nhs_number)
     values ($1, 'person', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.at,
      actor.personId,
      actor.name,
      actor.role,
      actor.organisationId,
      actor.careSettingId ?? null,
      row.action ?? "child:look-up",
      row.outcome ?? "done",
      row.detail ?? null,
      row.nhsNumber ?? null,
    ],
  );
}
