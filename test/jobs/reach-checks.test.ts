import { expect } from "@playwright/test";
import { claimJobs } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { checkReach } from "@/server/domain/reach/check-reach";
import { reachSettings } from "@/server/domain/reach/reach-settings";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { systemActor } from "@/server/vocabulary/actor";
import { ReachCheckId } from "@/server/vocabulary/ids";
import { test, type ReachStory } from "@/test/support/reach-story";

const sixToday = "2026-11-23T18:00:00Z";

test("at six in the evening everybody on tomorrow's rota is looked at, nobody reachable is disturbed, and the manager hears of gaps once", async ({
  reach,
}) => {
  const ruth = await reach.story.member("authority-manager", "Ruth Ellison");
  await reach.coverTheWeek();
  await reach.shift(await reach.hire("Amira Hassan"), ["2026-11-24T08:00:00Z", "2026-11-24T16:00:00Z"]);
  await reach.shift(await reach.hire("Ben Carter", 1), ["2026-11-24T16:00:00Z", "2026-11-24T22:00:00Z"]);
  await reach.shift(await reach.hire("Dan Late"), ["2026-11-26T08:00:00Z", "2026-11-26T16:00:00Z"]);

  await reach.workAt("2026-11-23T17:59:00Z");
  expect(await reach.results()).toEqual([]);
  await reach.workAt(sixToday);
  await reach.workAt("2026-11-23T18:01:00Z");
  await reach.workAt("2026-11-23T18:30:00Z");

  expect(await reach.results()).toEqual([
    "Amira Hassan unreachable no-phone no-fallback",
    "Ben Carter doubtful never-proven no-fallback",
    "Cara Jones reachable no-fallback",
  ]);
  expect(await reach.checks()).toEqual(["evening 2026-11-23T18:00 2 gaps 1 told"]);
  expect(await reach.notices()).toEqual(["reach Ben Carter push", "rota Ruth Ellison push"]);
  expect(reach.story.pushesTo(ruth).map(({ message }) => message)).toMatchObject([
    {
      notification: {
        body: "Somebody on the rota may not be reachable. Please look.",
        navigate: expect.stringMatching(/\/rota\/reach$/),
      },
    },
  ]);
});

test("an hour before a shift only what is new is told, and at night nobody is woken for tomorrow", async ({
  reach,
}) => {
  await reach.story.member("authority-manager", "Ruth Ellison");
  await reach.coverTheWeek();
  const amira = await reach.hire("Amira Hassan");
  await reach.shift(amira, ["2026-11-24T02:00:00Z", "2026-11-24T08:00:00Z"]);
  await reach.workAt(sixToday);
  const atSix = await reach.notices();

  const ben = await reach.hire("Ben Carter");
  await reach.shift(ben, ["2026-11-24T14:00:00Z", "2026-11-24T20:00:00Z"]);
  await reach.workAt("2026-11-24T01:00:00Z");
  const atNight = await reach.notices();
  await reach.workAt("2026-11-24T13:00:00Z");

  expect(atSix).toEqual(["rota Ruth Ellison push"]);
  expect(atNight).toEqual(atSix);
  expect(await reach.notices()).toEqual([...atSix, "rota Ruth Ellison push"]);
  expect(await reach.checks()).toEqual([
    "evening 2026-11-23T18:00 1 gaps 1 told",
    "shift 2026-11-24T01:00 1 gaps 0 told",
    "shift 2026-11-24T13:00 1 gaps 1 told",
  ]);
});

test("a gap that is still there the next evening is told again", async ({ reach }) => {
  await reach.story.member("authority-manager", "Ruth Ellison");
  await reach.coverTheWeek();
  await reach.shift(await reach.hire("Amira Hassan"), ["2026-11-24T08:00:00Z", "2026-11-25T23:00:00Z"]);

  await reach.workAt(sixToday);
  await reach.workAt("2026-11-24T18:00:00Z");

  expect(await reach.notices()).toEqual(["rota Ruth Ellison push", "rota Ruth Ellison push"]);
});

test("hours in which nobody is first on call are told the same way, up to seven days ahead", async ({
  reach,
}) => {
  await reach.story.member("authority-manager", "Ruth Ellison");
  const cara = await reach.hire("Cara Jones", 1);
  await reach.prove(cara, "2026-11-23T12:00:00Z");
  await reach.shift(cara, ["2026-11-23T00:00:00Z", "2026-11-27T08:00:00Z"]);
  await reach.shift(cara, ["2026-11-27T10:00:00Z", "2026-12-16T00:00:00Z"]);

  await reach.workAt(sixToday);
  await reach.workAt("2026-11-23T19:00:00Z");

  expect(await reach.checks()).toEqual(["evening 2026-11-23T18:00 1 gaps 1 told"]);
  expect(await reach.notices()).toEqual(["rota Ruth Ellison push"]);
});

test("an empty rota is one gap, told once a day, although it has begun already", async ({ reach }) => {
  await reach.story.member("authority-manager", "Ruth Ellison");

  await reach.workAt(sixToday);
  await reach.workAt("2026-11-23T21:00:00Z");
  await reach.workAt("2026-11-24T18:00:00Z");

  expect(await reach.checks()).toEqual([
    "evening 2026-11-23T18:00 1 gaps 1 told",
    "evening 2026-11-24T18:00 1 gaps 1 told",
  ]);
});

test("a person on two teams is one gap for their managers", async ({ reach }) => {
  await reach.story.member("authority-manager", "Ruth Ellison");
  await reach.coverTheWeek();
  const night = await reach.secondTeam();
  const cover = await reach.hire("Eva Night", 1);
  await reach.prove(cover, "2026-11-23T12:00:00Z");
  await reach.shift(cover, ["2026-11-16T00:00:00Z", "2026-12-16T00:00:00Z"], night);
  const amira = await reach.hire("Amira Hassan");
  await reach.shift(amira, ["2026-11-24T08:00:00Z", "2026-11-24T12:00:00Z"]);
  await reach.shift(amira, ["2026-11-24T18:00:00Z", "2026-11-24T22:00:00Z"], night);

  await reach.workAt(sixToday);

  expect((await reach.results()).filter((line) => line.startsWith("Amira"))).toHaveLength(2);
  expect(await reach.notices()).toEqual(["rota Ruth Ellison push"]);
});

test("somebody who takes over unforeseen is looked at within a minute", async ({ reach }) => {
  await reach.coverTheWeek();
  await reach.workAt(sixToday);

  await reach.shift(await reach.hire("Amira Hassan"), ["2026-11-23T20:14:00Z", "2026-11-24T08:00:00Z"]);
  await reach.workAt("2026-11-23T20:15:00Z");

  expect(await reach.results()).toContain("Amira Hassan unreachable no-phone no-fallback");
});

for (const [night, evening, shiftBegins, before] of [
  ["forward", "2026-03-28T18:00:00Z", "2026-03-29T01:30:00Z", "2026-03-29T00:30:00Z"],
  ["back", "2026-10-24T17:00:00Z", "2026-10-25T00:30:00Z", "2026-10-24T23:30:00Z"],
] as const) {
  test(`on the night on which the clocks go ${night} rotas are looked at at six by London's clock and an hour before the shift`, async ({
    reach,
  }) => {
    const amira = await reach.hire("Amira Hassan");
    await reach.shift(amira, [shiftBegins, new Date(Date.parse(shiftBegins) + 6 * 3_600_000).toISOString()]);

    await reach.workAt(new Date(Date.parse(evening) - 60_000).toISOString());
    const early = await reach.checks();
    await reach.workAt(evening);
    await reach.workAt(before);

    expect(early).toEqual([]);
    expect((await reach.checks()).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      `evening ${evening.slice(0, 16)}`,
      `shift ${before.slice(0, 16)}`,
    ]);
  });
}

test("two workers at the same moment plan each check once, do it once and tell once", async ({ reach }) => {
  await reach.story.member("authority-manager", "Ruth Ellison");
  await reach.coverTheWeek();
  await reach.shift(await reach.hire("Amira Hassan"), ["2026-11-24T08:00:00Z", "2026-11-24T16:00:00Z"]);

  await Promise.all([reach.workAt(sixToday), reach.workAt(sixToday), reach.workAt(sixToday)]);

  expect(await reach.checks()).toEqual(["evening 2026-11-23T18:00 1 gaps 1 told"]);
  expect(await reach.notices()).toEqual(["rota Ruth Ellison push"]);
});

test("a worker killed half-way leaves nothing behind, and the next one does the whole check", async ({
  reach,
}) => {
  const { service, world } = reach.story;
  await reach.story.member("authority-manager", "Ruth Ellison");
  await reach.coverTheWeek();
  await reach.shift(await reach.hire("Amira Hassan"), ["2026-11-24T08:00:00Z", "2026-11-24T16:00:00Z"]);
  const checkId = await planOnly(reach);

  const occasion = { actor: systemActor("worker"), now: new Date(sixToday) };
  const killed = withWork(service.database, occasion, async (work) => {
    await claimJobs(work, { worker: "killed", limit: 10, leaseMilliseconds: 10_000 });
    await checkReach(work, checkId, reachSettings(service.configuration));
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  const left = await world.sql(
    "select (select count(*)::int from reach_result) as results, count(*)::int as notices from notice where purpose = 'rota'",
  );
  await runDueJobs(service, new Date("2026-11-23T18:00:10Z"));

  expect(left).toEqual([{ results: 0, notices: 0 }]);
  expect(await reach.checks()).toEqual(["evening 2026-11-23T18:00 1 gaps 1 told"]);
  expect(await reach.notices()).toEqual(["rota Ruth Ellison push"]);
});

/** The check is planned and waits in the queue. */
async function planOnly({ story }: ReachStory): Promise<ReachCheckId> {
  const [row] = await story.world.sql(
    `with planned as (insert into reach_check (duty_team_id, reason, due_at) values ($1, 'evening', $2) returning id)
     insert into outbox (kind, job, due_at)
     select 'check-reach', jsonb_build_object('kind', 'check-reach', 'reachCheckId', id), $2 from planned
     returning job ->> 'reachCheckId' as id`,
    [story.world.dutyTeamId, sixToday],
  );
  return ReachCheckId.parse(row?.["id"]);
}

test("a check that is run again after it was done does nothing", async ({ reach }) => {
  const { service } = reach.story;
  await reach.coverTheWeek();
  const checkId = await planOnly(reach);
  await runDueJobs(service, new Date(sixToday));
  const occasion = { actor: systemActor("worker"), now: new Date("2026-11-23T18:05:00Z") };

  await withWork(service.database, occasion, (work) =>
    checkReach(work, checkId, reachSettings(service.configuration)),
  );

  expect(await reach.story.world.sql("select count(*)::int as results from reach_result")).toEqual([
    { results: 1 },
  ]);
});

test("a test that is shown mends the record at once, without waiting for the next check", async ({
  reach,
}) => {
  await reach.coverTheWeek();
  const ben = await reach.hire("Ben Carter", 1);
  await reach.shift(ben, ["2026-11-24T08:00:00Z", "2026-11-24T16:00:00Z"]);
  await reach.workAt(sixToday);
  expect(await reach.results()).toContain("Ben Carter doubtful never-proven no-fallback");

  await reach.prove(ben, "2026-11-23T18:10:00Z");
  await reach.workAt("2026-11-23T18:10:01Z");

  expect(await reach.results()).toContain("Ben Carter reachable no-fallback");
});

test("permission taken back in the middle of a shift is told at once; before tomorrow's shift it waits for the evening", async ({
  reach,
}) => {
  await reach.story.member("authority-manager", "Ruth Ellison");
  await reach.coverTheWeek();
  const [now, tomorrow] = [await reach.hire("Amira Hassan", 1), await reach.hire("Ben Carter", 1)];
  for (const person of [now, tomorrow]) await reach.prove(person, "2026-11-23T12:00:00Z");
  await reach.shift(now, ["2026-11-23T16:00:00Z", "2026-11-24T00:00:00Z"]);
  await reach.shift(tomorrow, ["2026-11-24T16:00:00Z", "2026-11-24T20:00:00Z"]);
  await reach.workAt(sixToday);

  await reach.losePermission(tomorrow.actor, "2026-11-23T20:00:00Z");
  const ofTomorrow = await reach.notices();
  await reach.losePermission(now.actor, "2026-11-23T20:10:00Z");

  expect(ofTomorrow).toEqual([]);
  expect(await reach.notices()).toEqual(["rota Ruth Ellison push"]);
  expect(await reach.results()).toContain("Amira Hassan unreachable permission-lost no-fallback");
});
