import { expect } from "@playwright/test";
import { withWork, type Work } from "@/server/db/work";
import { stateSuccession } from "@/server/domain/counting/state-succession";
import { judgeUse } from "@/server/domain/uptake/judge-use";
import { hideFew } from "@/server/domain/uptake/read-trained";
import { listSettings } from "@/server/domain/uptake/list-settings";
import { readUptake, type Uptake } from "@/server/domain/uptake/read-uptake";
import { useWeeksOf } from "@/server/domain/uptake/use-weeks";
import { systemActor, type PersonActor } from "@/server/vocabulary/actor";
import type { TestService } from "@/test/support/make-service";
import { makeWorld, type World } from "@/test/support/make-world";
import { makeAlerts, makePractised, makeQuestions } from "@/test/support/make-use";
import { countFigures } from "@/test/support/count-figures";
import { pastNow, test as ofPast } from "@/test/support/counted-past";
import { test } from "@/test/support/service";

const now = new Date("2026-11-23T21:14:00Z");
const dayMilliseconds = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMilliseconds);
const weekly = (count: number, weeks = 12) => Array.from({ length: weeks }, () => count);

for (const [what, weeks, lastWeek, state, usual] of [
  ["as always", weekly(30), 28, "as-usual", 30],
  ["just half of what is usual", weekly(30), 15, "as-usual", 30],
  ["less than half of it", weekly(30), 14, "quieter", 30],
  ["less than half of a little, which chance brings too", weekly(19), 5, "as-usual", 19],
  ["nothing where five a week are usual", weekly(5), 0, "silent", 5],
  ["nothing where four are", weekly(4), 0, "too-little", null],
  ["silent since weeks", [...weekly(9, 5), ...weekly(0, 7)], 0, "silent", 9],
  ["one busy week does not make the others quiet", [...weekly(8, 11), 900], 7, "as-usual", 8],
  ["quiet weeks in between are part of what is usual", [9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0], 0, "silent", 9],
  ["in use for two weeks", [...weekly(0, 10), ...weekly(30, 2)], 0, "too-little", null],
  ["in use for three", [...weekly(0, 9), ...weekly(30, 3)], 0, "silent", 30],
  ["new this week", weekly(0), 12, "too-little", null],
  ["never in use", weekly(0), 0, "unused", null],
] as const) {
  test(`a setting is judged by its own past: ${what}`, () => {
    expect(judgeUse(weeks, lastWeek)).toEqual({ state, usual });
  });
}

for (const [instant, first, last, until] of [
  ["2026-11-02T00:30:00Z", "2026-08-03", "2026-10-26", "2026-11-02"],
  // In summer the London day begins an hour before midnight of Greenwich.
  ["2026-06-30T23:30:00Z", "2026-04-01", "2026-06-24", "2026-07-01"],
] as const) {
  test(`weeks are whole London days up to the day before ${until}`, () => {
    const weeks = useWeeksOf(new Date(instant));

    expect([weeks.from.length, weeks.from[0], weeks.from.at(-1), weeks.until]).toEqual([
      13,
      first,
      last,
      until,
    ]);
  });
}

for (const role of ["operator", "health-manager", "authority-manager"] as const) {
  ofPast(`a ${role} reads of each setting what a plain count of the facts gives`, async ({ counted, as }) => {
    const [world] = counted.worlds;
    const { authority, trust } = world;

    const uptake = await as(role, readUptake);
    const settings = await as(role, settingsOf);

    const own = role === "authority-manager" ? authority.id : role === "health-manager" ? trust.id : null;
    const plain = await world.sql(role === "authority-manager" ? plainAlerts : plainQuestions, [
      own,
      pastNow,
    ]);
    const read = settings.flatMap(({ settingId, counts, lastOn }) =>
      counts.flatMap((count, week) =>
        count === 0 ? [] : [{ setting: settingId, week, count, last: lastOn }],
      ),
    );
    const byPlace = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(byPlace(read)).toEqual(byPlace(plain));
    expect(read.length).toBeGreaterThan(10);
    expect(uptake.weeks.reduce((sum, { count }) => sum + count, 0)).toBe(
      read.reduce((sum, { count }) => sum + count, 0),
    );
    expect(uptake).toMatchObject({ countedAt: pastNow, isBehind: false });
  });
}

const inWeeks = `
  select setting, (day - ((($2::timestamptz at time zone 'Europe/London')::date) - 91)) / 7 as week, count(*)::int as count,
    (max(max(day)) over (partition by setting))::text as last
  from (select care_setting_id as setting, (at at time zone 'Europe/London')::date as day from facts) dated
  where day < ($2::timestamptz at time zone 'Europe/London')::date
    and day >= ($2::timestamptz at time zone 'Europe/London')::date - 91 and setting is not null
  group by 1, 2`;
const plainAlerts = `
  with facts as (select care_setting_id, raised_at as at from alert where authority_id = $1) ${inWeeks}`;
const plainQuestions = `
  with facts as (select care_setting_id, asked_at as at from lookup where $1::uuid is null or organisation_id = $1
    union all select care_setting_id, happened_at from audit where action = 'child:look-up' and outcome = 'failed'
      and ($1::uuid is null or organisation_id = $1)) ${inWeeks}`;

for (const [what, people, shown] of [
  ["all are many", [12, 6, 6], [12, 6, 6]],
  ["one is few: it would be found from the whole and the other", [8, 6, 2], [null, 6, null]],
  ["all are few, and many together", [6, 3, 3], [6, null, null]],
  ["few in all", [4, 2, 2], [null, null, null]],
] as const) {
  test(`fewer than five people are not counted, and cannot be reckoned: ${what}`, () => {
    const rows = people.map((count, place) => ({
      organisationName: "Testshire",
      settingName: place === 0 ? null : `Setting ${String(place)}`,
      people: count,
      practised: 1,
    }));

    expect(hideFew(rows).map(({ count }) => count?.people ?? null)).toEqual(shown);
  });
}

/** Asked six times a week until ten days ago: silent in the last seven days. */
const untilTenDaysAgo = Array.from({ length: 60 }, (_, place) => daysAgo(10 + place));

async function read(service: Pick<TestService, "database">, actor: PersonActor, at = now) {
  await countFigures(service.database, now);
  return withWork(service.database, { actor, now: at }, readUptake);
}

const authoritiesIn = ({ live }: Uptake) => live.map(({ authorityId }) => authorityId);

async function addSetting(world: World, name: string): Promise<void> {
  await world.sql("insert into care_setting (organisation_id, name, kind) values ($1, $2, 'dental')", [
    world.trust.id,
    name,
  ]);
}

test("a health manager reads of their own settings, with failed questions, and how many have practised", async ({
  own,
  world,
  service,
}) => {
  const other = await makeWorld(own, now);
  const manager = await world.person("health-manager");
  await addSetting(world, "Dental clinic");
  await makeQuestions(world, { at: untilTenDaysAgo });
  await makeQuestions(other, { at: [daysAgo(2)] });
  // Today is not over, and what is older than thirteen weeks is not looked at.
  await makeQuestions(world, { at: [daysAgo(0), daysAgo(92)] });
  await makeQuestions(world, { at: [daysAgo(70)], isLost: true });
  await makePractised(world, { people: 5, practised: 2, now });
  await makePractised(other, { people: 9, practised: 9, now });

  const uptake = await read(service, manager);

  expect(uptake).toMatchObject({
    counted: "questions",
    states: { silent: 1, unused: 1 },
    settings: [
      { name: "Ambulance", state: "silent", usual: 7, lastOn: "2026-11-13" },
      { name: "Dental clinic", state: "unused", lastOn: null },
    ],
    trained: [
      // With the three who asked.
      { settingName: null, count: { people: 8, practised: 2 } },
      { settingName: "Ambulance", count: { people: 8, practised: 2 } },
    ],
    live: [],
  });
  expect(uptake.weeks.reduce((sum, { count }) => sum + count, 0)).toBe(61);
  expect(JSON.stringify(uptake)).not.toContain(other.trust.name);
  expect(JSON.stringify(uptake)).not.toContain("Trainee");
  const audit = await world.sql("select action from audit where person_id = $1", [manager.personId]);
  expect(audit).toEqual([{ action: "uptake:read" }]);
});

test("an authority's manager reads of the settings that told them, an operator what has gone quiet anywhere", async ({
  own,
  world,
  service,
}) => {
  const other = await makeWorld(own, now);
  await addSetting(world, "Dental clinic");
  await makeAlerts(world, { at: untilTenDaysAgo });
  await makeAlerts(other, { at: [daysAgo(2)] });
  await makePractised(world, { people: 3, practised: 1, now });
  await world.sql("update register_state set last_received_at = null where authority_id = $1", [
    other.authority.id,
  ]);

  const manager = await read(service, await world.person("authority-manager"));
  const operator = await read(service, await world.person("operator"));

  expect(manager).toMatchObject({
    counted: "alerts",
    settings: [{ organisationName: world.trust.name, state: "silent", usual: 7 }],
    trained: [],
    live: [{ authorityId: world.authority.id, hasList: true, hasRota: false }],
  });
  expect(JSON.stringify(manager)).not.toContain(other.authority.id);
  expect(operator).toMatchObject({
    states: { silent: 1, unused: 1, "too-little": 1 },
    settings: [{ organisationName: world.trust.name }],
  });
  // Four people at one place, one at the other: who has practised there is not told.
  expect(operator.trained.map(({ settingName, count }) => [settingName, count])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(operator.live.map(({ authorityId, hasList }) => [authorityId, hasList])).toEqual(
    expect.arrayContaining([
      [world.authority.id, true],
      [other.authority.id, false],
    ]),
  );
});

test("of organisations that became part of others the past is counted with theirs, and nothing of them goes quiet", async ({
  own,
  world,
  service,
}) => {
  const old = await makeWorld(own, now);
  await makeAlerts(old, { at: untilTenDaysAgo });
  await makeQuestions(world, { at: [daysAgo(2)] });
  const quiet = await read(service, await world.person("operator"));
  expect(quiet).toMatchObject({ states: { silent: 1, followed: 0 } });

  for (const kind of ["trust", "authority"] as const) {
    const codes = { predecessorCode: old[kind].code, successorCode: world[kind].code };
    await withWork(service.database, { actor: systemActor("worker"), now }, (work) =>
      stateSuccession(work, { ...codes, since: "2026-11-13" }),
    );
  }
  for (const [role, count, predecessor] of [
    ["health-manager", 61, old.trust.name],
    ["authority-manager", 60, old.authority.name],
    ["operator", 61, undefined],
  ] as const) {
    const uptake = await read(service, await world.person(role));
    expect(uptake.states, role).toMatchObject({ silent: 0, followed: 1 });
    expect(
      uptake.weeks.reduce((sum, week) => sum + week.count, 0),
      role,
    ).toBe(count);
    expect(uptake.predecessors[0]?.name, role).toBe(predecessor);
    expect(authoritiesIn(uptake), role).not.toContain(old.authority.id);
  }
  const dayBefore = await read(service, await world.person("operator"), new Date("2026-11-12T22:00:00Z"));
  expect(authoritiesIn(dayBefore)).toContain(old.authority.id);
});

test("who has practised is counted for a health manager of the place and for operators only", async ({
  world,
  service,
}) => {
  await makePractised(world, { people: 6, practised: 3, now });
  const sees = (actor: PersonActor) =>
    withWork(service.database, { actor, now }, ({ tx }) =>
      tx.$queryRawUnsafe("select people from lantern_practised('2026-11-01', '2026-01-01')"),
    );

  expect(await sees(await world.person("health-manager"))).toHaveLength(2);
  for (const role of ["crew", "authority-manager", "privacy-officer", "duty-social-worker"] as const)
    expect(await sees(await world.person(role)), role).toEqual([]);
});

test("before anything was counted the page says so, and gives nought", async ({ world, service }) => {
  await makeQuestions(world, { at: untilTenDaysAgo });
  const actor = await world.person("health-manager");

  const before = await withWork(service.database, { actor, now }, readUptake);
  expect(before).toMatchObject({ countedAt: undefined, isBehind: true, states: { unused: 1 } });

  expect(await read(service, actor)).toMatchObject({
    countedAt: now,
    isBehind: false,
    states: { silent: 1 },
  });
});

function settingsOf(work: Work): ReturnType<typeof listSettings> {
  if (work.actor.kind !== "person") throw new Error("only people read of settings");
  return listSettings(work, { actor: work.actor, predecessors: [] }, useWeeksOf(work.now));
}
