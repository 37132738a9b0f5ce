import { expect } from "@playwright/test";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import type { PersonActor } from "@/server/vocabulary/actor";
import { test, type AlertStory, type DutyPerson } from "@/test/support/alert-story";
import type { MadeAlert } from "@/test/support/make-alert";
import { PushMessage } from "@/test/support/read-push-message";
import { makeStoryCall } from "@/test/support/story-call";

test("a look after every look of a taken alert was taken back is an alert of its own, and rings", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const mistake = await story.crewAsks();
  await story.passTimeTo(1);
  await story.takes(amira, mistake, 1);
  await takesBack(story, story.crew, { ...mistake, minutes: 2 });

  const visit = await story.crewAsks(60);
  await story.passTimeTo(60);

  expect(visit.alertId).not.toBe(mistake.alertId);
  expect(await story.eventsOf(visit)).toEqual(["raised", "notified Amira Hassan 1"]);
  expect(told(story, amira)).toEqual([
    [`An alert is waiting. Reference ${mistake.reference}.`, mistake.alertId],
    [`An alert was withdrawn. Reference ${mistake.reference}.`, mistake.alertId],
    [`An alert is waiting. Reference ${visit.reference}.`, visit.alertId],
  ]);
});

test("a look joins a taken alert as before while one of its looks stands", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const first = await story.crewAsks();
  const second = await story.crewAsks(1);
  await story.takes(amira, first, 2);
  await takesBack(story, story.crew, { ...first, minutes: 3 });

  const third = await story.crewAsks(60);

  expect([second.alertId, third.alertId]).toEqual([first.alertId, first.alertId]);
});

test("a child who comes to a setting whose look was taken back is news of a setting", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const call = await makeStoryCall(story);
  const first = await call.ask(call.ambulance, 0);
  await story.passTimeTo(0);
  await story.takes(amira, first, 1);
  await takesBack(story, call.emergency, { ...(await call.ask(call.emergency, 2)), minutes: 3 });
  await story.passTimeTo(10);
  const before = told(story, amira).length;

  const arrival = await call.ask(call.emergency, 30);
  await story.passTimeTo(30);

  expect(arrival.alertId).toBe(first.alertId);
  expect((await story.eventsOf(first)).at(-1)).toBe("new-setting Jo Nurse");
  expect(told(story, amira).slice(before)).toEqual([
    [`There is news of an alert. Reference ${first.reference}.`, `news-${first.alertId}`],
  ]);
});

test("one of two looks is taken back: whoever was called has news of it beside the call, which stays", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const first = await story.crewAsks();
  await story.crewAsks(1);
  await story.passTimeTo(1);

  await takesBack(story, story.crew, { ...first, minutes: 2 });
  await story.passTimeTo(2);

  expect(told(story, amira)).toEqual([
    [`An alert is waiting. Reference ${first.reference}.`, first.alertId],
    [`There is news of an alert. Reference ${first.reference}.`, `news-${first.alertId}`],
  ]);
});

test("whoever has an alert has news of the first look that is taken back, and the withdrawal with the last", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.member("duty-social-worker", "Ben Okafor");
  const first = await story.crewAsks();
  const second = await story.crewAsks(1);
  await story.passTimeTo(1);
  await story.takes(ben, first, 2);

  await takesBack(story, story.crew, { ...first, minutes: 3 });
  await story.passTimeTo(3);
  await takesBack(story, story.crew, { ...second, minutes: 4 });
  await story.passTimeTo(60);

  const withdrawal = [`An alert was withdrawn. Reference ${first.reference}.`, first.alertId];
  expect(told(story, ben)).toEqual([
    [`There is news of an alert. Reference ${first.reference}.`, `news-${first.alertId}`],
    withdrawal,
  ]);
  expect(told(story, amira)).toEqual([
    [`An alert is waiting. Reference ${first.reference}.`, first.alertId],
    withdrawal,
  ]);
});

function takesBack(
  story: AlertStory,
  who: PersonActor,
  { lookupId, minutes }: MadeAlert & { readonly minutes: number },
): Promise<void> {
  return story.does(who, minutes, (work) => retractLookup(work, lookupId));
}

/** What a person's phones were told, and under which tag; a push that was sent again after a lost answer is one. */
function told(story: AlertStory, person: DutyPerson): (readonly [string, string])[] {
  const pushes = story.pushesTo(person).map(({ message }) => PushMessage.parse(message));
  const once = new Map(pushes.map((push) => [push.receipt, push.notification]));
  return [...once.values()].map(({ body, tag }) => [body, tag] as const);
}
