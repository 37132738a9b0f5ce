import { once } from "node:events";
import { expect } from "@playwright/test";
import { promptAtOnce } from "@/server/jobs/open-prompt-lane";
import { sendsAtOnce } from "@/server/jobs/open-send-lane";
import { share } from "@/server/jobs/push-hosts";
import { floodTest as test, type FloodStory } from "@/test/support/flood-story";

const each = 250;
/** The limit is the test's own. */
const patiently = { timeout: 0 };

test("a thousand alerts while half of the push services hang: the others' pushes all leave, and none is lost", async ({
  flood,
}) => {
  test.setTimeout(240_000);
  const { hanging, healthy, startWorker, sql } = flood;
  const answerAll = hanging.map((push) => push.holdAnswers());
  await flood.raise(each);
  const worker = await startWorker();

  const most = await mostHeldUntil(flood, () => healthy.every(({ deliveries }) => deliveries.length >= each));
  // What hangs is all that is still held once the ladder has called for everybody.
  await expect
    .poll(() => sql("select 1 from alert_event where kind = 'notified'"), patiently)
    .toHaveLength(4 * each);
  await expect.poll(() => flood.heldJobs(), patiently).toEqual({ all: 2 * share, hanging: 2 * share });
  await expect
    .poll(() => hanging.map(({ deliveries }) => deliveries.length), patiently)
    .toEqual([share, share]);

  answerAll.forEach((answer) => {
    answer();
  });
  for (const { waitForDelivery, deliveries } of hanging)
    await waitForDelivery(() => deliveries.length >= each);
  const ended = once(worker, "exit");
  worker.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);

  // Those that were answered and wait to be put on record are held too, beside a share at each push service.
  expect(most.all).toBeLessThanOrEqual(promptAtOnce + sendsAtOnce);
  // What hangs answers nothing, and never has more than its share of the worker.
  expect(most.hanging).toBeLessThanOrEqual(2 * share);
  for (const { deliveries } of [...healthy, ...hanging]) {
    expect(new Set(deliveries.map(({ topic }) => topic)).size).toBe(each);
    expect(deliveries).toHaveLength(each);
  }
  expect(await sql("select 1 from notice where accepted_at is null")).toEqual([]);
  expect(
    await sql(
      "select kind, count(*)::int as waiting from outbox where job ?| '{alertId,noticeId}' group by kind",
    ),
  ).toEqual([{ kind: "climb-alert", waiting: 4 * each }]);
});

/** Looks again and again, and gives the most jobs that were ever seen held, of all and of sends to what hangs. */
async function mostHeldUntil(flood: FloodStory, isOver: () => boolean) {
  const most = { all: 0, hanging: 0 };
  do {
    const { all, hanging } = await flood.heldJobs();
    most.all = Math.max(most.all, all);
    most.hanging = Math.max(most.hanging, hanging);
  } while (!isOver());
  return most;
}
