import { expect } from "@playwright/test";
import { askAbout, withWork, type Work } from "@/server/db/work";
import { runSql } from "@/server/demo/postgres-databases";
import type { Actor, PersonActor } from "@/server/vocabulary/actor";
import { test as base } from "@/test/support/database";
import { fillWorld, type FullWorld } from "@/test/support/make-full-world";
import { makeService, type TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";

const now = new Date("2026-11-23T21:14:00Z");

interface Given {
  readonly own: { readonly ownerUrl: string; readonly appUrl: string };
  readonly service: TestService;
  readonly world: World;
  readonly other: World;
  readonly full: FullWorld;
  readonly theirs: FullWorld;
  readonly sees: (actor: Actor, what: string, askedNumber?: string) => Promise<unknown[]>;
}

/** Two full worlds in a database where nothing else is. */
const test = base.extend<Given>({
  own: async ({ freshDatabase }, use) => use(await freshDatabase()),
  service: async ({ own }, use) => {
    const service = makeService(own.appUrl);
    await use(service);
    await service.stop();
  },
  world: async ({ own }, use) => use(await makeWorld(own, now)),
  other: async ({ own }, use) => use(await makeWorld(own, now)),
  full: async ({ world, service }, use) => use(await fillWorld(world, service, now)),
  theirs: async ({ other, service }, use) => use(await fillWorld(other, service, now)),
  sees: async ({ service }, use) =>
    use((actor, what, askedNumber) =>
      withWork(service.database, { actor, now }, async (work) => {
        if (askedNumber !== undefined) await askAbout(work, askedNumber);
        return column(await work.tx.$queryRawUnsafe(`select ${what}`));
      }),
    ),
});

/** The values of the only column of some rows, sorted. */
function column(rows: unknown): unknown[] {
  const values = Array.isArray(rows) ? rows.flatMap((row: object) => Object.values(row).map(String)) : [];
  return values.toSorted();
}

const tablesOf = `
  select relname::text from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'`;

test("every table has row-level security and at least one policy", async ({ own }) => {
  const open = await runSql(
    own.ownerUrl,
    `${tablesOf} and not (relrowsecurity and exists (select 1 from pg_policy where polrelid = pg_class.oid))`,
  );

  expect(open, "tables that anybody may read: enable row level security and write policies").toEqual([]);
});

test("every policy is about the running role alone", async ({ own }) => {
  const policies = await runSql(own.ownerUrl, "select distinct roles::text as roles from pg_policies");

  expect(policies).toEqual([{ roles: "{lantern_app}" }]);
});

test("without an actor nothing can be read, of any table or view, although there are rows", async ({
  own,
  full,
  theirs,
  service,
}) => {
  const names = column(
    await runSql(
      own.ownerUrl,
      `select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
         and has_any_column_privilege('lantern_app', oid, 'select')`,
    ),
  );
  const tables = column(await runSql(own.ownerUrl, tablesOf));

  for (const name of names) {
    const count = `select count(*)::int as rows from "${String(name)}"`;
    if (tables.includes(name)) {
      const [all] = await runSql(own.ownerUrl, count);
      expect(all, `no row of ${String(name)}: let test/support/make-full-world.ts write one`).not.toEqual({
        rows: 0,
      });
    }
    expect(await service.database.$queryRawUnsafe(count), String(name)).toEqual([{ rows: 0 }]);
  }
  expect(full.alertId).not.toBe(theirs.alertId);
});

test("without an actor nothing can be written", async ({ full, service }) => {
  const { database } = service;

  expect(await database.$executeRaw`update session set ended_at = now()`).toBe(0);
  expect(await database.$executeRaw`update plan set deleted_on = '2026-11-23'`).toBe(0);
  expect(await database.$executeRaw`delete from outbox`).toBe(0);
  await expect(
    database.$executeRaw`insert into outbox (kind, job, due_at) values ('x', '{}', now())`,
  ).rejects.toThrow("row-level security");
  await expect(
    database.$executeRaw`insert into alert_event (alert_id, kind, happened_at)
      values (${full.alertId}::uuid, 'acknowledged', now())`,
  ).rejects.toThrow("row-level security");
});

test("crew who have asked about nobody see no child, no plan and no attendance of others", async ({
  theirs,
  other,
  world,
  sees,
}) => {
  const crew = await world.person("crew");
  const [rows] = await other.sql("select count(*)::int as attendances from attendance");

  expect(await sees(crew, "nhs_number from subject")).toEqual([]);
  expect(await sees(crew, "id from plan")).toEqual([]);
  expect(await sees(crew, "nhs_number from attendance")).toEqual([]);
  expect(rows).toEqual({ attendances: 1 });
  expect(theirs.child.subjectId).toBeDefined();
});

test("crew see the one person whom they ask about, and nobody else", async ({
  full,
  theirs,
  other,
  world,
  sees,
}) => {
  const stranger = await other.plan();
  const crew = await world.person("crew");
  const asked = theirs.child.nhsNumber;

  expect(await sees(crew, "nhs_number from subject", asked)).toEqual([asked]);
  expect(await sees(crew, "subject_id from plan", asked)).toEqual([theirs.child.subjectId]);
  expect(
    await sees(crew, `nhs_number from attendance where person_id <> '${full.crew.personId}'`, asked),
  ).toEqual([asked]);
  expect([asked, full.child.nhsNumber]).not.toContain(stranger.nhsNumber);
});

test("a number that was replaced is seen under the number that replaced it", async ({ world, sees }) => {
  const today = await world.plan();
  const before = await world.plan({ supersededBy: today.nhsNumber });
  const crew = await world.person("crew");

  expect(await sees(crew, "nhs_number from subject", today.nhsNumber)).toEqual(
    [before.nhsNumber, today.nhsNumber].toSorted(),
  );
});

test("the asked number is forgotten when the transaction ends", async ({ full, world, sees }) => {
  const crew = await world.person("crew");
  await sees(crew, "nhs_number from subject", full.child.nhsNumber);

  expect(await sees(crew, "nhs_number from subject")).toEqual([]);
});

const ofAuthorities = ["duty-social-worker", "authority-manager", "data-officer"] as const;

for (const role of ofAuthorities) {
  test(`the role ${role} sees the register, alerts and lists of their own authority only`, async ({
    world,
    full,
    theirs,
    sees,
  }) => {
    const person = await world.person(role);

    expect(await sees(person, "id from alert")).toEqual([full.alertId]);
    expect(await sees(person, "alert_id from alert_event where kind = 'raised'")).toEqual([full.alertId]);
    expect(await sees(person, "alert_id from notice")).toEqual([full.alertId]);
    // A silent look only where something was reported from it.
    const told = [full.lookupId, full.clinic.reportedLookupId].toSorted();
    expect(await sees(person, "id from lookup")).toEqual(told);
    expect(await sees(person, "id from subject")).toEqual([full.child.subjectId]);
    expect(await sees(person, "nhs_number from attendance")).toEqual([full.child.nhsNumber]);
    expect(await sees(person, "id from feed")).toEqual(
      [full.feedId, full.reviewFeedId, full.toldFeedId].toSorted(),
    );
    expect(await sees(person, "distinct authority_id from row_problem")).toEqual([world.authority.id]);
    // Managers see whether their people can be reached.
    expect(await sees(person, "person_id from device")).toEqual(
      role === "authority-manager" ? [full.duty.personId] : [],
    );
    expect(theirs.alertId).not.toBe(full.alertId);
  });
}

for (const role of ["health-manager", "privacy-officer", "operator"] as const) {
  test(`the role ${role} sees no child, no plan and no list`, async ({ world, full, sees }) => {
    const person = await world.person(role);

    expect(await sees(person, "id from subject")).toEqual([]);
    expect(await sees(person, "id from plan")).toEqual([]);
    expect(await sees(person, "id from feed")).toEqual([]);
    expect(full.child.subjectId).toBeDefined();
  });
}

test("a duty worker of a shared team sees the alerts of every authority that it serves", async ({
  full,
  theirs,
  other,
  sees,
}) => {
  const shared: PersonActor = { ...full.duty, authorityIds: [...full.duty.authorityIds, other.authority.id] };

  expect(await sees(shared, "id from alert")).toEqual([full.alertId, theirs.alertId].toSorted());
});

test("those who asked see their own organisation's alert, and no other", async ({
  full,
  theirs,
  world,
  sees,
}) => {
  expect(await sees(await world.person("crew"), "id from alert")).toEqual([full.alertId]);
  const own = [full.lookupId, full.miss.lookupId, ...full.clinic.lookupIds].toSorted();
  expect(await sees(await world.person("crew"), "id from lookup")).toEqual(own);
  expect(theirs.alertId).not.toBe(full.alertId);
});

test("a privacy officer reads the audit of their own organisation, and nobody else reads any", async ({
  full,
  theirs,
  world,
  sees,
}) => {
  const officer = await world.person("privacy-officer");
  const others = await Promise.all([
    world.person("crew"),
    world.person("operator"),
    world.person("health-manager"),
  ]);

  expect(await sees(officer, "distinct organisation_id from audit")).toEqual([world.trust.id]);
  for (const person of [...others, full.duty, theirs.duty])
    expect(await sees(person, "id from audit")).toEqual([]);
});

test("nobody can write in another person's name, or for another organisation", async ({
  full,
  theirs,
  service,
  world,
}) => {
  const as = (actor: Actor, write: (work: Work) => Promise<unknown>) =>
    withWork(service.database, { actor, now }, write);
  const { crew, alertId } = full;
  const audit = (person: PersonActor, organisationId: string) => (work: Work) =>
    work.tx
      .$executeRaw`insert into audit (happened_at, actor_kind, person_id, actor_name, organisation_id, action, outcome)
      values (${now}, 'person', ${person.personId}::uuid, 'x', ${organisationId}::uuid, 'session:read', 'done')`;
  const event = (work: Work) =>
    work.tx
      .$executeRaw`insert into alert_event (alert_id, kind, happened_at) values (${alertId}::uuid, 'opened', ${now})`;
  const feed = (work: Work) =>
    work.tx
      .$executeRaw`update plan set deleted_on = '2026-11-23' where authority_id = ${world.authority.id}::uuid`;

  await expect(as(crew, audit(theirs.crew, crew.organisationId))).rejects.toThrow("row-level security");
  await expect(as(crew, audit(crew, theirs.crew.organisationId))).rejects.toThrow("row-level security");
  await expect(as(theirs.crew, event)).rejects.toThrow("row-level security");
  await expect(as(theirs.duty, event)).rejects.toThrow("row-level security");
  expect(await as(theirs.duty, feed)).toBe(0);
  expect(await as(crew, audit(crew, crew.organisationId))).toBe(1);
});

test("a person sees and ends their own sessions, and nobody else's", async ({
  full,
  theirs,
  service,
  sees,
}) => {
  expect(await sees(full.crew, "id from session")).toEqual([full.crew.sessionId]);

  const ended = await withWork(
    service.database,
    { actor: full.crew, now },
    (work) =>
      work.tx.$executeRaw`update session set ended_at = ${now} where id = ${theirs.crew.sessionId}::uuid`,
  );
  expect(ended).toBe(0);
});
