import { once } from "node:events";
import { expect } from "@playwright/test";
import { claimJobs, type HeldJob } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { prepareNotice } from "@/server/domain/push/prepare-notice";
import { sendPush } from "@/server/gateways/web-push";
import { pushTopic } from "@/server/gateways/web-push-topic";
import { runHeldJob } from "@/server/jobs/run-held-job";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import { systemActor } from "@/server/vocabulary/actor";
import type { AlertStory, DutyPerson } from "@/test/support/alert-story";
import { quietShift } from "@/test/support/no-reach-checks";
import { test } from "@/test/support/worker-processes";

const second = 1 / 60;

test("a worker killed between taking a push up and sending it: the push leaves when its lease is over", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();
  await run(story, await takeUp(story, 0), 0);

  await takeUp(story, 0);
  await story.passTimeTo(9.9 * second);
  const tooEarly = story.pushesTo(amira).length;
  await story.passTimeTo(10 * second);

  expect(tooEarly).toBe(0);
  expect(story.pushesTo(amira)).toHaveLength(1);
  expect(await story.eventsOf(alert)).toEqual(["raised", "notified Amira Hassan 1"]);
});

test("a worker killed between sending and recording: what is sent again replaces what was sent", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();
  await run(story, await takeUp(story, 0), 0);

  await sendWithoutRecording(story, await takeUp(story, 0));
  await story.passTimeTo(10 * second);

  const [lost, again] = story.pushesTo(amira);
  expect(story.pushesTo(amira)).toHaveLength(2);
  expect(again).toMatchObject({ topic: lost?.topic, message: { notification: { tag: alert.alertId } } });
  expect(await story.eventsOf(alert)).toEqual(["raised", "notified Amira Hassan 1"]);
  expect(await story.world.sql("select kind from outbox")).toEqual([{ kind: "climb-alert" }]);
});

test("a worker that comes back after its lease was taken over changes nothing", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();
  const slow = await takeUp(story, 0);
  await story.passTimeTo(10 * second);

  await run(story, slow, 11 * second);
  await story.passTimeTo(12 * second);

  expect(story.pushesTo(amira)).toHaveLength(1);
  expect(await story.eventsOf(alert)).toEqual(["raised", "notified Amira Hassan 1"]);
});

test("four workers at one alert in the same moment take each step once", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  await Promise.all(Array.from({ length: 4 }, () => runDueJobs(story.service, story.at(5))));

  expect(story.pushesTo(amira)).toHaveLength(1);
  expect(story.pushesTo(ben)).toHaveLength(1);
  expect(await story.eventsOf(alert)).toEqual([
    "raised",
    "notified Amira Hassan 1",
    "not-shown Amira Hassan 1",
    "escalated 2",
    "notified Ben Okafor 2",
  ]);
});

test("a job that nobody can read is given up and kept, and holds nothing up", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  await story.world.sql(
    `insert into outbox (kind, job, due_at) values ('unheard-of', '{"kind":"unheard-of"}', $1)`,
    [story.at(-1)],
  );

  await story.crewAsks();
  await story.passTimeTo(1);

  expect(story.pushesTo(amira)).toHaveLength(1);
  expect(await story.world.sql("select kind from outbox where gave_up_at is not null")).toEqual([
    { kind: "unheard-of" },
  ]);
});

test("a real worker that is killed while a push service hangs is followed by another within 15 seconds", async ({
  story,
  startWorker,
}) => {
  test.setTimeout(60_000);
  const amira = await onCallNow(story, "Amira Hassan");
  const endpoint = amira.phones[0]?.endpoint ?? "";
  story.push.answerWith(endpoint, "hang", { status: 201 });

  const first = await startWorker();
  await story.crewAsks(minutesByNow(story));
  await story.push.waitForDelivery((delivery) => delivery.endpoint === endpoint);
  await startWorker();
  const killedAt = performance.now();
  first.kill("SIGKILL");
  await story.push.waitForDelivery(
    (delivery) => delivery.endpoint === endpoint && delivery.answer !== "hang",
  );

  expect(performance.now() - killedAt).toBeLessThan(15_000);
  const [lost, again] = story.pushesTo(amira);
  expect(again).toMatchObject({ topic: lost?.topic, message: lost?.message });
});

test("a real worker that is told to stop ends what it has begun, and shows until then that it is alive", async ({
  story,
  startWorker,
}) => {
  const worker = await startWorker();
  const amira = await onCallNow(story, "Amira Hassan");
  await story.crewAsks(minutesByNow(story));
  await story.push.waitForDelivery(({ endpoint }) => endpoint === amira.phones[0]?.endpoint);

  const ended = once(worker, "exit");
  worker.kill("SIGTERM");

  expect(await ended).toEqual([0, null]);
  expect(await story.world.sql("select 1 from notice where accepted_at is not null")).toHaveLength(1);
  expect(await story.world.sql("select 1 from worker_heartbeat")).toHaveLength(1);
});

/** Real workers live by the real clock. */
async function onCallNow(story: AlertStory, name: string): Promise<DutyPerson> {
  const person = await story.onCall(name);
  const { startsAt, endsAt } = quietShift();
  await story.world.sql("update shift set starts_at = $1, ends_at = $2", [startsAt, endsAt]);
  return person;
}

function minutesByNow(story: AlertStory): number {
  return (Date.now() - story.at(0).getTime()) / 60_000;
}

/** A worker takes up what is due. What it does with it, or that it dies, is for the test to say. */
function takeUp({ service, at }: AlertStory, minutes: number): Promise<HeldJob[]> {
  const occasion = { actor: systemActor("worker"), now: at(minutes) };
  const claim = { worker: "doomed", limit: 10, leaseMilliseconds: 10_000 };
  return withWork(service.database, occasion, (work) => claimJobs(work, claim));
}

async function run({ service, at }: AlertStory, jobs: readonly HeldJob[], minutes: number): Promise<void> {
  expect(jobs).toHaveLength(1);
  for (const held of jobs) await runHeldJob({ service, held, clock: () => at(minutes) });
}

/** The first half of sending a push, after which the worker dies. */
async function sendWithoutRecording({ service, at }: AlertStory, jobs: readonly HeldJob[]): Promise<void> {
  const { DEVICE_KEY, RECEIPT_KEY, NEXTAUTH_URL } = service.configuration;
  const settings = { origin: NEXTAUTH_URL, deviceKey: DEVICE_KEY, receiptKey: RECEIPT_KEY };
  const [held] = jobs;
  if (held?.job?.kind !== "send-notice") throw new Error("no push was due");

  const { noticeId } = held.job;
  const push = await withWork(service.database, { actor: systemActor("worker"), now: at(0) }, (work) =>
    prepareNotice(work, noticeId, settings),
  );
  if (push?.channel !== "push") throw new Error("there was nothing to send");
  await sendPush(service.sender, { ...push, topic: pushTopic(push.topic), urgency: "high" });
}
