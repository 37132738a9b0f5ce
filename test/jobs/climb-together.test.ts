import { expect } from "@playwright/test";
import { claimJobs } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { climbTogether, isClimb, type HeldClimb } from "@/server/jobs/climb-together";
import { systemActor } from "@/server/vocabulary/actor";
import { test, type AlertStory } from "@/test/support/alert-story";
import { makeAlert, type MadeAlert } from "@/test/support/make-alert";

const told = ["raised", "notified Amira Hassan 1"];

test("alerts that are climbed together are each decided by themselves", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  await story.onCall("Ben Okafor", { rung: 2 });
  const [early, late, taken] = await askThree(story);
  await climb(story, await claim(story, [early], 0), 0);
  await story.takes(amira, taken, 1);

  await climb(story, await claim(story, [early, late, taken], 5), 5);

  expect(await story.eventsOf(early)).toEqual([
    ...told,
    "not-shown Amira Hassan 1",
    "escalated 2",
    "notified Ben Okafor 2",
  ]);
  expect(await story.eventsOf(late)).toEqual(told);
  expect(await story.eventsOf(taken)).toEqual(["raised", "acknowledged Amira Hassan"]);
  expect(await story.world.sql(climbsWaiting)).toEqual(
    [early, late]
      .map(({ alertId }) => ({ alert: alertId }))
      .toSorted((one, other) => (one.alert < other.alert ? -1 : 1)),
  );
});

test("an alert that somebody else is deciding about holds up none of those climbed with it", async ({
  story,
}) => {
  await story.onCall("Amira Hassan");
  const [busy, ...others] = await askThree(story);
  const climbs = await claim(story, [busy, ...others], 0);
  const whileBusy = await withWork(
    story.service.database,
    { actor: systemActor("worker"), now: story.at(0) },
    async (work) => {
      await lockAlert(work, busy.alertId);
      const climbing = climb(story, climbs, 0);
      for (const other of others) await expect.poll(() => story.eventsOf(other)).toEqual(told);
      return { climbing, events: await story.eventsOf(busy) };
    },
  );
  await whileBusy.climbing;

  expect(whileBusy.events).toEqual(["raised"]);
  expect(await story.eventsOf(busy)).toEqual(told);
});

test("an alert that cannot be climbed waits for its next try, and those with it are climbed", async ({
  story,
}) => {
  await story.onCall("Amira Hassan");
  const [broken, ...others] = await askThree(story);
  // As a newer version of Lantern would leave it.
  await story.world.sql("alter table alert_event drop constraint alert_event_kind_check");
  await story.world.sql(
    "insert into alert_event (alert_id, kind, happened_at) values ($1, 'unheard-of', $2)",
    [broken.alertId, story.at(0)],
  );

  await climb(story, await claim(story, [broken, ...others], 0), 0);

  for (const other of others) expect(await story.eventsOf(other)).toEqual(told);
  expect(
    await story.world.sql("select due_at, leased_by, last_error from outbox where job ->> 'alertId' = $1", [
      broken.alertId,
    ]),
  ).toEqual([
    { due_at: new Date(story.at(0).getTime() + 1_000), leased_by: null, last_error: expect.any(String) },
  ]);
});

test("of climbs whose lease was lost nothing is done, and the others are done", async ({ story }) => {
  await story.onCall("Amira Hassan");
  const alerts = await askThree(story);
  const climbs = await claim(story, alerts, 0);
  await story.world.sql(
    "update outbox set leased_by = 'another', attempts = attempts + 1 where job ->> 'alertId' = $1",
    [alerts[0].alertId],
  );

  await climb(story, climbs, 0);

  expect(await story.eventsOf(alerts[0])).toEqual(["raised"]);
  expect(await story.eventsOf(alerts[1])).toEqual(told);
  expect(await story.world.sql("select leased_by from outbox where leased_by is not null")).toEqual([
    { leased_by: "another" },
  ]);
});

test("two climbs of one alert that fall due together take each step once", async ({ story }) => {
  await story.onCall("Amira Hassan");
  const [alert] = await askThree(story);
  await story.world.sql(
    `insert into outbox (kind, job, unique_key, due_at) select kind, job, unique_key || ':again', due_at from outbox`,
  );

  await climb(story, await claim(story, [alert], 0), 0);

  expect(await story.eventsOf(alert)).toEqual(told);
});

const climbsWaiting = `select job ->> 'alertId' as alert from outbox where kind = 'climb-alert' order by 1`;

async function askThree({
  service,
  world,
  crew,
  at,
}: AlertStory): Promise<[MadeAlert, MadeAlert, MadeAlert]> {
  const ask = async () => makeAlert(service, { crew, nhsNumber: (await world.plan()).nhsNumber, now: at(0) });
  return [await ask(), await ask(), await ask()];
}

/** A worker takes up what is due of these alerts; the others are left to nobody. */
async function claim(
  { service, at }: AlertStory,
  alerts: readonly MadeAlert[],
  minutes: number,
): Promise<HeldClimb[]> {
  const occasion = { actor: systemActor("worker"), now: at(minutes) };
  const terms = { worker: "worker-1", limit: 10, leaseMilliseconds: 10_000, lane: "prompt" as const };
  const held = await withWork(service.database, occasion, (work) => claimJobs(work, terms));
  return held.filter(isClimb).filter(({ job }) => alerts.some(({ alertId }) => alertId === job.alertId));
}

function climb({ service, at }: AlertStory, climbs: readonly HeldClimb[], minutes: number): Promise<void> {
  return climbTogether({ service, climbs, clock: () => at(minutes) });
}
