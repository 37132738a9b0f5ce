import { expect } from "@playwright/test";
import { giveUpJob, claimJobs } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { timetable } from "@/server/jobs/timetable";
import { beginTurns, isTurnDue } from "@/server/jobs/timetable-turns";
import { systemActor } from "@/server/vocabulary/actor";
import { test as base } from "@/test/support/service";

interface OfTest {
  /** A worker asks the timetable so many seconds after the beginning, and finds what waits in the queue. */
  readonly ask: (seconds: number) => Promise<void>;
  readonly at: (seconds: number) => Date;
  readonly waiting: () => Promise<unknown[]>;
}

const test = base.extend<OfTest>({
  at: async ({ now }, use) => use((seconds) => new Date(now.getTime() + seconds * 1_000)),
  ask: async ({ service, at }, use) =>
    use((seconds) =>
      withWork(service.database, { actor: systemActor("worker"), now: at(seconds) }, (work) =>
        beginTurns(work, [{ name: "prove-delivery", everySeconds: 60, job: { kind: "prove-delivery" } }]),
      ),
    ),
  waiting: async ({ world }, use) =>
    use(() => world.sql("select kind, due_at from outbox where gave_up_at is null order by id")),
});

const turns = [
  ["the first time", undefined, true],
  ["at once again", 0, false],
  ["a moment too early", -59.999, false],
  ["a minute later", -60, true],
  ["a day later, once", -86_400, true],
  ["by a clock a little behind the one that began it", 30, false],
  ["after the clock was put back", 3_600, true],
] as const;
for (const [when, lastBegunIn, due] of turns) {
  test(`a turn of every minute is ${due ? "due" : "not due"} ${when}`, ({ now, at }) => {
    expect(isTurnDue(lastBegunIn === undefined ? undefined : at(lastBegunIn), 60, now)).toBe(due);
  });
}

test("of eight workers who ask at the same moment exactly one begins the turn, each time", async ({
  ask,
  at,
  world,
  waiting,
}) => {
  for (const second of [0, 60, 120]) {
    await world.sql("delete from outbox");
    await Promise.all(Array.from({ length: 8 }, () => ask(second)));

    expect(await waiting()).toEqual([{ kind: "prove-delivery", due_at: at(second) }]);
    expect(await world.sql("select last_begun_at from timetable")).toEqual([{ last_begun_at: at(second) }]);
  }
});

test("between two turns nothing is queued, and a job that waits still is not queued twice", async ({
  ask,
  at,
  world,
  waiting,
}) => {
  await ask(0);
  await ask(60);
  const unserved = await waiting();
  await world.sql("delete from outbox");
  await ask(119);

  expect(unserved).toEqual([{ kind: "prove-delivery", due_at: at(0) }]);
  expect(await waiting()).toEqual([]);
});

test("after the clock was put back by an hour the next turn comes, and then one a minute", async ({
  ask,
  world,
  waiting,
}) => {
  await ask(3_600);
  await world.sql("delete from outbox");
  await ask(0);
  const atOnce = await waiting();
  await world.sql("delete from outbox");
  await ask(59);

  expect(atOnce).toHaveLength(1);
  expect(await waiting()).toEqual([]);
});

test("a turn that a worker of an older version gave up is no hindrance to the next", async ({
  ask,
  at,
  service,
  waiting,
}) => {
  await ask(0);
  await withWork(service.database, { actor: systemActor("worker"), now: at(0) }, async (work) => {
    const claim = { worker: "older", limit: 1, leaseMilliseconds: 10_000 };
    for (const held of await claimJobs(work, claim)) await giveUpJob(work, held, "cannot be read");
  });
  const givenUp = await waiting();
  await ask(60);

  expect(givenUp).toEqual([]);
  expect(await waiting()).toHaveLength(1);
});

test("every name in the timetable is there once", () => {
  const names = timetable.map(({ name }) => name);

  expect(names).toContain("prove-delivery");
  expect(new Set(names).size).toBe(names.length);
});
