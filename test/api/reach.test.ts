import { expect } from "@playwright/test";
import { createCaller } from "@/server/api/root";
import { answerMetrics } from "@/server/api/metrics";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import type { PersonActor } from "@/server/vocabulary/actor";
import { makeSubscription } from "@/test/support/make-full-world";
import { makeJobService } from "@/test/support/make-service";
import { makeShift } from "@/test/support/make-shift";
import { makeWorld, type World } from "@/test/support/make-world";
import { test as base } from "@/test/support/service";
import { lockTable } from "@/test/support/table-lock";

type Caller = ReturnType<typeof createCaller>;

interface OfTest {
  readonly as: (actor: PersonActor, at?: Date) => Caller;
  /** A worker does all that is due. */
  readonly work: (at?: Date) => Promise<void>;
  readonly amira: PersonActor;
}

/** One authority with Amira Hassan on call since an hour ago for the next day; she has no phone yet. */
const test = base.extend<OfTest>({
  as: async ({ service, now }, use) =>
    use((actor, at = now) => createCaller({ service, session: { state: "open", actor }, now: at })),
  work: async ({ own, now }, use) => {
    const jobs = makeJobService(own.appUrl);
    await use(async (at = now) => {
      await runDueJobs(jobs, at, "prompt");
    });
    await jobs.stop();
  },
  amira: async ({ world, now }, use) => use(await onCall(world, "Amira Hassan", now)),
});

async function onCall(world: World, name: string, now: Date): Promise<PersonActor> {
  const person = await world.person("duty-social-worker", name);
  const hour = 3_600_000;
  const [startsAt, endsAt] = [new Date(now.getTime() - hour), new Date(now.getTime() + 24 * hour)];
  await makeShift(world, { personId: person.personId, startsAt, endsAt });
  return person;
}

test("a manager asks, a worker looks, and the page says who cannot be reached and what to do; nobody is told", async ({
  world,
  amira,
  as,
  work,
}) => {
  const manager = await world.person("authority-manager");
  const before = await as(manager).reach.show();
  await as(manager).reach.check({ teamId: world.dutyTeamId });
  await as(manager).reach.check({ teamId: world.dutyTeamId });
  const during = await as(manager).reach.show();
  await work();
  const after = await as(manager).reach.show();

  expect(before).toMatchObject([
    { newest: null, isUnderWay: false, people: [{ name: amira.name, found: null }] },
  ]);
  expect(during).toMatchObject([{ isUnderWay: true }]);
  expect(after).toMatchObject([
    {
      isUnderWay: false,
      newest: { reason: "asked", managersTold: 0 },
      people: [
        { name: amira.name, found: { level: "unreachable", reasons: [{ what: "No phone is set up." }, {}] } },
      ],
    },
  ]);
  expect(await world.sql("select count(*)::int as checks from reach_check")).toEqual([{ checks: 1 }]);
  expect(await world.sql("select id from notice")).toEqual([]);
});

const pages = {
  "who can be reached": async (manager) =>
    (await manager.reach.show()).map(({ people: [first], isUnderWay }) => ({
      isNew: first?.found?.level === "reachable",
      isUnderWay,
    })),
  tonight: async (manager) => {
    const { authorities, teamsBeingChecked } = await manager.tonight.own();
    const isNew = !JSON.stringify(authorities).includes("cannot be reached");
    return [{ isNew, isUnderWay: teamsBeingChecked.length > 0 }];
  },
} as const satisfies Record<string, (manager: Caller) => Promise<readonly object[]>>;

for (const [name, read] of Object.entries(pages)) {
  test(`a check that is done while the page on ${name} is read is shown, or the page looks once more`, async ({
    own,
    world,
    amira,
    as,
    work,
  }) => {
    const manager = as(await world.person("authority-manager"));
    await manager.reach.check({ teamId: world.dutyTeamId });
    await work();
    await manager.reach.check({ teamId: world.dutyTeamId });
    const checks = await lockTable(own.ownerUrl, "reach_check");

    const reading = read(manager);
    await checks.isWaitedFor();
    await checks.releaseAfter(
      `insert into reach_result (duty_team_id, person_id, checked_at, level, reasons, starts_at, ends_at)
         select duty_team_id, person_id, checked_at + interval '1 second', 'reachable', '[]', starts_at, ends_at
         from reach_result where person_id = '${amira.personId}';
       update reach_check set done_at = due_at + interval '1 second', gaps = 0 where done_at is null`,
    );

    for (const { isNew, isUnderWay } of await reading) expect(isNew || isUnderWay).toBe(true);
  });
}

test("a manager whose authority is served by another's team sees its people; a stranger sees nobody", async ({
  own,
  world,
  amira,
  as,
  work,
  now,
}) => {
  const [served, stranger] = [await makeWorld(own, now), await makeWorld(own, now)];
  await world.sql("update duty_team_authority set duty_team_id = $1 where authority_id = $2", [
    world.dutyTeamId,
    served.authority.id,
  ]);
  const manager = await served.person("authority-manager");
  await as(manager).reach.check({ teamId: world.dutyTeamId });
  await work();

  const shown = await as(manager).reach.show();
  const toStranger = await as(await stranger.person("authority-manager")).reach.show();

  expect(shown.flatMap(({ people }) => people)).toMatchObject([
    { name: amira.name, found: { level: "unreachable" } },
  ]);
  expect(JSON.stringify(toStranger)).not.toContain(amira.personId);
});

test("a duty worker reads of themselves whether alerts arrive, and what is missing", async ({
  amira,
  as,
}) => {
  const nothing = await as(amira).reach.own();
  await as(amira).device.keep(makeSubscription());
  const unproven = await as(amira).reach.own();

  expect(nothing).toMatchObject({ level: "unreachable", lastProvenAt: null });
  expect(unproven).toMatchObject({ level: "doubtful" });
  expect(unproven.missing[0]?.what).toContain("nothing was ever shown there");
});

test("a phone that has another address now takes the place of what it was, of nobody else's", async ({
  world,
  amira,
  as,
}) => {
  const ben = await world.person("duty-social-worker", "Ben Carter");
  const old = await as(amira).device.keep(makeSubscription());
  await as(ben).device.keep({ ...makeSubscription(), replaces: old.deviceId });
  const untouched = await as(amira).device.list();
  await as(amira).device.keep({ ...makeSubscription(), replaces: old.deviceId });

  expect(untouched.map(({ deviceId }) => deviceId)).toEqual([old.deviceId]);
  expect(await as(amira).device.list()).toHaveLength(1);
  expect(await world.sql("select retired_by from device where id = $1", [old.deviceId])).toEqual([
    { retired_by: "replaced" },
  ]);
});

test("a phone that says it shows nothing is lost on record, in use still, and found again at its next launch", async ({
  world,
  amira,
  as,
}) => {
  const subscription = makeSubscription();
  const { deviceId } = await as(amira).device.keep(subscription);
  await as(amira).device.lost({ deviceId, loss: "permission" });
  const lost = await as(amira).reach.own();
  const listed = await as(amira).device.list();
  await as(amira).device.keep(subscription);

  expect(lost.missing[0]?.what).toContain("Permission to show alerts was taken back on 23 November 2026");
  expect(listed).toMatchObject([{ deviceId, lostAt: expect.any(Date) }]);
  expect(await world.sql("select lost_at, permitted_at is not null as permitted from device")).toEqual([
    { lost_at: null, permitted: true },
  ]);
});

test("metrics count the people on call whom nothing reaches, and name nobody", async ({
  amira,
  as,
  service,
  now,
}) => {
  const nothing = await (await answerMetrics(service, now)).text();
  await as(amira).device.keep(makeSubscription());
  const unproven = await (await answerMetrics(service, now)).text();

  expect(nothing).toContain('lantern_on_call{reach="unreachable"} 1\n');
  expect(unproven).toContain('lantern_on_call{reach="unreachable"} 0\n');
  expect(unproven).toContain('lantern_on_call{reach="doubtful"} 1\n');
  expect(unproven).not.toContain("Amira");
});
