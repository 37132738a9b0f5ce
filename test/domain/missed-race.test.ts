import { expect } from "@playwright/test";
import { closeAlert } from "@/server/domain/alert/hold/close-alert";
import { test } from "@/test/support/alert-story";
import { makeMissedStory } from "@/test/support/missed-story";

const waiting = `select count(*)::int as waiting from pg_locks
  where not granted and locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`;

test("a report that comes while the earlier alert is being closed is an alert of its own", async ({
  story,
}) => {
  const missed = await makeMissedStory(story);
  const duty = await story.onCall("Amira Hassan");
  const first = await missed.reports(0);
  const [alert] = await missed.reads(first, 0);
  if (!alert) throw new Error("the report raised no alert");
  await story.takes(duty, { ...alert, lookupId: first }, 1);
  const [isClosed, mayEnd] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const closing = story.does(duty.actor, 2, async (work) => {
    await closeAlert(work, { alertId: alert.alertId, outcome: "no-concern" });
    isClosed.resolve(undefined);
    await mayEnd.promise;
  });
  await isClosed.promise;

  const reporting = missed.reports(3);
  await expect.poll(async () => story.world.sql(waiting)).toEqual([{ waiting: 1 }]);
  mayEnd.resolve(undefined);
  await closing;

  const [raised] = await missed.reads(await reporting, 4);
  expect(raised?.alertId).not.toBe(alert.alertId);
  expect(raised?.progress.stage).toBe("raised");
});
