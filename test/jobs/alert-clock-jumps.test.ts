import { expect } from "@playwright/test";
import { claimJobs } from "@/server/db/outbox-claims";
import { claimSends } from "@/server/db/send-claims";
import { withWork } from "@/server/db/work";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { sendJobKinds } from "@/server/vocabulary/job";
import { timetable } from "@/server/jobs/timetable";
import { beginTurns } from "@/server/jobs/timetable-turns";
import { systemActor } from "@/server/vocabulary/actor";
import { test, type AlertStory } from "@/test/support/alert-story";
import type { FakeDelivery } from "@/test/support/fake-push-service";
import type { MadeAlert } from "@/test/support/make-alert";
import { PushMessage } from "@/test/support/read-push-message";

// Minutes since the question; the clock that jumps is five hours ahead.
const ahead = 300;
const second = 1 / 60;

test("what a worker with a clock five hours ahead held when it died is taken over as soon as the clock is right", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  await story.crewAsks();
  await asWorker(story, ahead, (work) => claimJobs(work, { ...terms, limit: 10 }));
  await runDueJobs(story.service, story.at(second));
  await asWorker(story, ahead, (work) =>
    claimSends(work, { ...terms, limit: 10, kinds: sendJobKinds }, rooms),
  );
  await runDueJobs(story.service, story.at(2 * second));

  expect(story.pushesTo(amira)).toHaveLength(1);
});

test("a lease that another worker gave by a clock half a minute ahead is respected", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  await story.crewAsks();
  await asWorker(story, 0.5, (work) => claimJobs(work, { ...terms, limit: 10 }));

  await runDueJobs(story.service, story.at(second));

  expect(story.pushesTo(amira)).toEqual([]);
});

test("an alert that was raised by a clock five hours ahead is told once the clock is right", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  await lookAtTimetable(story, ahead);
  const alert = await story.crewAsks(ahead);
  await lookAtTimetable(story, 0);

  await runDueJobs(story.service, story.at(0), "prompt");
  await lookAtTimetable(story, second);
  await runDueJobs(story.service, story.at(second));

  expect(toldOf(alert, story.pushesTo(amira))).toBe(1);
});

test("a clock that jumps hours ahead and back again, many times, tells nobody twice and loses no alert", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const alert = await story.crewAsks();
  for (const minutes of [0, ahead, 1, ahead + 0.5, -200, 2, ahead + 1]) {
    await lookAtTimetable(story, minutes);
    await runDueJobs(story.service, story.at(minutes), "prompt");
    await runDueSends(story, minutes);
  }

  expect(toldOf(alert, story.pushesTo(amira))).toBe(1);
  expect(toldOf(alert, story.pushesTo(ben))).toBe(1);
  expect((await story.eventsOf(alert)).filter((line) => line.startsWith("escalated"))).toEqual([
    "escalated 2",
  ]);
  expect(await story.world.sql("select kind from outbox where job ? 'alertId'")).toEqual([
    { kind: "climb-alert" },
  ]);

  await story.passTimeTo(ahead + 6);
  expect(await story.eventsOf(alert)).toContain("unreached");
  await story.takes(ben, alert, ahead + 7);
  await story.passTimeTo(ahead + 60);
  expect(toldOf(alert, story.pushesTo(amira))).toBe(1);
  expect(await story.world.sql("select 1 from outbox where job ? 'alertId'")).toEqual([]);
});

/** How often a phone was told of this alert; the evening's check of rotas may have rung it besides. */
function toldOf({ alertId }: MadeAlert, pushes: readonly FakeDelivery[]): number {
  return pushes.filter(({ message }) => PushMessage.parse(message).notification.tag === alertId).length;
}

const terms = { worker: "doomed", leaseMilliseconds: 10_000 };
const rooms = { usual: 16, left: new Map<string, number>() };

function asWorker<Result>(
  { service, at }: AlertStory,
  minutes: number,
  useCase: Parameters<typeof withWork<Result>>[2],
): Promise<Result> {
  return withWork(service.database, { actor: systemActor("worker"), now: at(minutes) }, useCase);
}

function lookAtTimetable(story: AlertStory, minutes: number): Promise<void> {
  return asWorker(story, minutes, (work) => beginTurns(work, timetable));
}

/** The proofs that the timetable asks for reach nobody here. */
async function runDueSends(story: AlertStory, minutes: number): Promise<void> {
  await story.world.sql("delete from outbox where kind = 'prove-delivery'");
  await runDueJobs(story.service, story.at(minutes), "sends");
}
