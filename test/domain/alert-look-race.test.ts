import { expect } from "@playwright/test";
import { closeAlert } from "@/server/domain/alert/hold/close-alert";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import type { Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { test, type AlertStory } from "@/test/support/alert-story";
import { makeStoryCall } from "@/test/support/story-call";

const waiting = `select count(*)::int as waiting from pg_locks
  where not granted and locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`;

test("a look that comes while the alert is being closed is an alert of its own, and rings", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const first = await story.crewAsks();
  await story.passTimeTo(0);
  await story.takes(amira, first, 1);
  const closing = await begin(story, amira.actor, (work) =>
    closeAlert(work, { alertId: first.alertId, outcome: "no-concern" }),
  );

  const asking = story.crewAsks(2);
  await expect.poll(async () => story.world.sql(waiting)).toEqual([{ waiting: 1 }]);
  await closing.commits();

  const second = await asking;
  await story.passTimeTo(2);
  expect(second.alertId).not.toBe(first.alertId);
  expect(await story.eventsOf(second)).toEqual(["raised", "notified Amira Hassan 1"]);
  expect(await story.eventsOf(first)).not.toContain("viewed-again Sam Rider");
});

test("a look that comes while the only other one is being taken back is an alert of its own, and rings", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const call = await makeStoryCall(story);
  const first = await call.ask(call.ambulance, 0);
  const retracting = await begin(story, call.ambulance, (work) => retractLookup(work, first.lookupId));

  const asking = call.ask(call.emergency, 2);
  await expect.poll(async () => story.world.sql(waiting)).toEqual([{ waiting: 1 }]);
  await retracting.commits();

  const second = await asking;
  await story.passTimeTo(2);
  expect(second.alertId).not.toBe(first.alertId);
  expect(await story.eventsOf(second)).toEqual(["raised", "notified Amira Hassan 1"]);
  expect(story.pushesTo(amira)).toHaveLength(1);
});

interface Begun {
  readonly commits: () => Promise<void>;
}

/** Somebody decides about an alert at minute 2; it is done, and committed only when the test says so. */
async function begin(
  story: AlertStory,
  actor: PersonActor,
  decide: (work: Work) => Promise<void>,
): Promise<Begun> {
  const [isDone, mayEnd] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const deciding = story.does(actor, 2, async (work) => {
    await decide(work);
    isDone.resolve(undefined);
    await mayEnd.promise;
  });
  await isDone.promise;
  return {
    commits: () => {
      mayEnd.resolve(undefined);
      return deciding;
    },
  };
}
