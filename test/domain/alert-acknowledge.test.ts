import { expect } from "@playwright/test";
import { withWork } from "@/server/db/work";
import { readAlert } from "@/server/domain/alert/read-alert";
import { test, type AlertStory, type DutyPerson } from "@/test/support/alert-story";
import type { MadeAlert } from "@/test/support/make-alert";
import { makeWorld } from "@/test/support/make-world";

test("of two people who take an alert at the same moment one has it, and the other is told who", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor");
  const alert = await story.crewAsks();

  const outcomes = await Promise.all([story.takes(amira, alert, 1), story.takes(ben, alert, 1)]);

  const [taker] = await story.world.sql(
    "select name from alert_event join person on person.id = person_id where kind = 'acknowledged'",
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["already-taken", "taken"]);
  expect(outcomes).toContainEqual({
    kind: "already-taken",
    by: taker?.["name"],
    at: story.at(1),
    isOwn: false,
  });
  expect((await story.eventsOf(alert)).filter((line) => line.startsWith("acknowledged"))).toHaveLength(1);
});

test("taking an alert twice is taking it once", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();
  await story.takes(amira, alert, 1);

  const again = await story.takes(amira, alert, 2);

  expect(again).toEqual({ kind: "already-taken", by: "Amira Hassan", at: story.at(1), isOwn: true });
});

test("the ladder stops when somebody takes the alert", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const alert = await story.crewAsks();
  await story.passTimeTo(1);

  await story.takes(amira, alert, 2);
  await story.passTimeTo(60);

  expect(story.pushesTo(ben)).toEqual([]);
  expect(await story.world.sql("select 1 from outbox")).toEqual([]);
});

test("an alert of another authority is not found, neither to read nor to take", async ({ story }) => {
  const alert = await story.crewAsks();
  const elsewhere = await makeWorld(story.urls, story.at(0));
  const stranger = { actor: await elsewhere.person("duty-social-worker", "Chris Elsewhere"), phones: [] };

  await expect(story.takes(stranger, alert, 1)).rejects.toMatchObject({ kind: "not-found" });
  await expect(reads(story, stranger, alert)).rejects.toMatchObject({ kind: "not-found" });
  expect(await story.eventsOf(alert)).toEqual(["raised"]);
});

test("who reads an alert is shown who asked, where and about whom, which counts as opened and is on record", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();

  const read = await reads(story, amira, alert);
  await reads(story, amira, alert);

  expect(read.views).toMatchObject([
    { personName: "Sam Rider", role: "crew", careSettingName: "Ambulance", callBackNumber: "07700 900123" },
  ]);
  expect(read.subject).toMatchObject({
    familyName: "Example",
    plans: [{ kind: "child-protection", localId: "local-1" }],
  });
  expect(await story.eventsOf(alert)).toEqual(["raised", "opened Amira Hassan"]);
  expect(await story.world.sql("select outcome from audit where action = 'alert:read'")).toHaveLength(2);
});

function reads({ service, ...story }: AlertStory, { actor }: DutyPerson, { alertId }: MadeAlert) {
  return withWork(service.database, { actor, now: story.at(1) }, (work) => readAlert(work, alertId));
}
