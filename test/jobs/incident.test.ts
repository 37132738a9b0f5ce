import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { claimJobs } from "@/server/db/outbox-claims";
import { withWork } from "@/server/db/work";
import { closeAlert } from "@/server/domain/alert/hold/close-alert";
import { listAlerts } from "@/server/domain/alert/list-alerts";
import { readAlert } from "@/server/domain/alert/read-alert";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import { recordUnidentified } from "@/server/domain/incident/record-unidentified";
import { listChildren } from "@/server/domain/referral/list-children";
import { makeReferral } from "@/server/domain/referral/make-referral";
import { systemActor } from "@/server/vocabulary/actor";
import { IncidentId, RequestId } from "@/server/vocabulary/ids";
import { test, type AlertStory, type DutyPerson } from "@/test/support/alert-story";
import { readProgress, type MadeAlert } from "@/test/support/make-alert";
import { PushMessage } from "@/test/support/read-push-message";
import { makeStoryCall } from "@/test/support/story-call";

const second = 1 / 60;

test("the emergency department takes the call over: whoever has the alert is told so, once, and beside the alert", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const call = await makeStoryCall(story);
  const first = await call.ask(call.ambulance, 0);
  await story.passTimeTo(1);
  await story.takes(amira, first, 1);

  const later = await call.ask(call.emergency, 20);
  await call.ask(call.emergency, 21);
  await story.passTimeTo(60);

  expect(later.alertId).toBe(first.alertId);
  expect(newsIn(await story.eventsOf(first))).toEqual(["raised", "new-setting", "viewed-again"]);
  expect(told(story, amira)).toEqual([
    [`An alert is waiting. Reference ${first.reference}.`, first.alertId],
    [`There is news of an alert. Reference ${first.reference}.`, `news-${first.alertId}`],
  ]);
  expect(told(story, ben)).toEqual([]);
  const read = { crew: call.emergency, lookupId: later.lookupId, now: story.at(22) };
  const [progress] = await readProgress(story.service, read);
  expect(progress?.line).toContain("The duty team is told that the child is with you now.");
});

test("nobody has taken it yet: whoever was called is told of the setting, and the ladder goes on as it was", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const call = await makeStoryCall(story);
  const first = await call.ask(call.ambulance, 0);
  await story.passTimeTo(0);

  await call.ask(call.emergency, 2);
  await story.passTimeTo(4.9);
  expect(told(story, ben)).toEqual([]);
  await story.passTimeTo(5);

  expect(told(story, amira).map(([words]) => words)).toEqual([
    `An alert is waiting. Reference ${first.reference}.`,
    `There is news of an alert. Reference ${first.reference}.`,
  ]);
  expect(told(story, ben).map(([words]) => words)).toEqual([
    `An alert is waiting. Reference ${first.reference}.`,
  ]);
});

test("another setting that does not name the call is an alert of its own", async ({ story }) => {
  const call = await makeStoryCall(story);

  const first = await call.ask(call.ambulance, 0);
  const other = await call.ask(call.emergency, 5, { incidentId: null });
  const otherCall = await call.ask(call.emergency, 5, { incidentId: IncidentId.parse(randomUUID()) });

  expect(other.alertId).not.toBe(first.alertId);
  expect(otherCall.alertId).toBe(other.alertId);
});

test("an alert that is closed, or withdrawn by all who asked, is not opened by the same call: a new one rings", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const call = await makeStoryCall(story);
  const closed = await call.ask(call.ambulance, 0);
  await story.takes(amira, closed, 1);
  await story.does(amira.actor, 2, (work) =>
    closeAlert(work, { alertId: closed.alertId, outcome: "no-concern" }),
  );

  const withdrawn = await call.ask(call.emergency, 3);
  await story.does(call.emergency, 4, (work) => retractLookup(work, withdrawn.lookupId));
  const open = await call.ask(call.emergency, 5);

  expect(new Set([closed, withdrawn, open].map(({ alertId }) => alertId)).size).toBe(3);
  await story.passTimeTo(6);
  expect(told(story, amira).map(([words]) => words)).toContain(
    `An alert is waiting. Reference ${open.reference}.`,
  );
});

test("a look at the wrong child from a new setting is taken back, and the alert stands for the others", async ({
  story,
}) => {
  const call = await makeStoryCall(story);
  const first = await call.ask(call.ambulance, 0);
  const wrong = await call.ask(call.emergency, 2);

  await story.does(call.emergency, 3, (work) => retractLookup(work, wrong.lookupId));

  expect(await story.world.sql("select lantern_alert_standing(id) as standing from alert")).toEqual([
    { standing: "waiting" },
  ]);
  expect((await call.ask(call.ambulance, 4)).alertId).toBe(first.alertId);
});

test("two settings that ask in one call at the same moment raise one alert, and each phone has each news once", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan", { phones: 2 });
  const call = await makeStoryCall(story);

  const made = await Promise.all([call.ambulance, call.emergency].map((who) => call.ask(who, 0)));
  await story.passTimeTo(4);

  const [alert] = made;
  expect(new Set(made.map(({ alertId }) => alertId)).size).toBe(1);
  expect(alert && newsIn(await story.eventsOf(alert))).toEqual(["raised", "new-setting"]);
  const perPhone = await story.world.sql(
    "select device_id, purpose, count(*)::int from notice group by 1, 2 having count(*) > 1",
  );
  expect(perPhone).toEqual([]);
  expect(told(story, amira).filter(([, tag]) => tag === alert?.alertId)).toHaveLength(2);
});

test("a worker that dies over the news of a setting is followed by another, and the news is told once", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const call = await makeStoryCall(story);
  await call.ask(call.ambulance, 0);
  await story.passTimeTo(0);
  await call.ask(call.emergency, 1);

  const occasion = { actor: systemActor("worker"), now: story.at(1) };
  const held = await withWork(story.service.database, occasion, (work) =>
    claimJobs(work, { worker: "doomed", limit: 10, leaseMilliseconds: 10_000 }),
  );
  expect(held.map(({ job }) => job?.kind)).toContain("tell");
  await story.passTimeTo(1 + 9 * second);
  expect(told(story, amira)).toHaveLength(1);
  await story.passTimeTo(1 + 12 * second);

  expect(told(story, amira)).toHaveLength(2);
  expect(await story.world.sql("select 1 from notice where purpose = 'news'")).toHaveLength(1);
});

test("each authority of a call sees its own children of it, and whom nobody could identify", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const second = await story.secondAuthority();
  const call = await makeStoryCall(story);
  const brother = await story.world.plan();
  const elsewhere = await second.plan();
  const first = await call.ask(call.ambulance, 0);
  const sibling = await call.ask(call.ambulance, 1, brother);
  await call.ask(call.ambulance, 2, elsewhere);
  await saysOneIsUnidentified(story, call.incidentId, 3);

  const seen = await story.does(amira.actor, 4, (work) => readAlert(work, first.alertId));
  expect(seen.call).toMatchObject({
    siblings: [{ alertId: sibling.alertId, standing: "waiting" }],
    unidentified: { count: 1, ageGuess: "5-to-11" },
  });
  expect(seen.events.find(({ kind }) => kind === "unidentified")?.note).toBe(
    "1 more child not identified (5 to 11).",
  );
  const [theirs] = await story.does(await second.person("duty-social-worker"), 4, listAlerts);
  expect(theirs).toMatchObject({
    incidentId: call.incidentId,
    unidentified: { count: 1, ageGuess: "5-to-11" },
  });
  await story.passTimeTo(5);
  const rung = told(story, amira).map(([words]) => words);
  expect(rung).toEqual(
    expect.arrayContaining(
      [first, sibling].map(({ reference }) => `An alert is waiting. Reference ${reference}.`),
    ),
  );
});

test("a look at the wrong child ties no alerts together", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const call = await makeStoryCall(story);
  const stranger = await story.world.plan();
  const first = await call.ask(call.ambulance, 0);
  const wrong = await call.ask(call.ambulance, 1, stranger);

  await story.does(call.ambulance, 2, (work) => retractLookup(work, wrong.lookupId));

  const seen = await story.does(amira.actor, 3, (work) => readAlert(work, first.alertId));
  expect(seen.call.siblings).toEqual([]);
});

test("children of one call are referred together, those of two calls are not", async ({ story }) => {
  const call = await makeStoryCall(story);
  const brother = await story.world.plan();
  const stranger = await story.world.plan();
  const first = await call.ask(call.ambulance, 0);
  const sibling = await call.ask(call.ambulance, 1, brother);
  const other = await call.ask(call.ambulance, 2, {
    ...stranger,
    incidentId: IncidentId.parse(randomUUID()),
  });
  const refer = (...lookups: readonly MadeAlert[]) => {
    const requestId = RequestId.parse(randomUUID());
    const lookupIds = lookups.map(({ lookupId }) => lookupId);
    return story.does(story.crew, 5, (work) =>
      makeReferral(work, { requestId, lookupIds, concern: "A burn." }),
    );
  };

  const children = await story.does(story.crew, 4, (work) => listChildren(work, first.lookupId));
  expect(children.map(({ lookupId }) => lookupId)).toEqual([sibling.lookupId, first.lookupId]);
  expect(await refer(first, sibling)).toHaveLength(1);
  await expect(refer(first, other)).rejects.toThrow("not of one call");
});

function saysOneIsUnidentified(story: AlertStory, incidentId: IncidentId, minutes: number) {
  const requestId = RequestId.parse(randomUUID());
  return story.does(story.crew, minutes, (work) =>
    recordUnidentified(work, { incident: { incidentId }, requestId, count: 1, ageGuess: "5-to-11" }),
  );
}

/** The looks among what happened. */
function newsIn(events: readonly string[]): string[] {
  const looks = ["raised", "viewed-again", "new-setting"];
  return events.map((line) => line.split(" ")[0] ?? "").filter((kind) => looks.includes(kind));
}

/**
 * What a person's phones were told, and under which tag. A push whose answer was lost is sent again under the same tag
 * and with the same right to report: that is one.
 */
function told(story: AlertStory, person: DutyPerson): (readonly [string, string])[] {
  const pushes = story.pushesTo(person).map(({ message }) => PushMessage.parse(message));
  const once = new Map(pushes.map((push) => [push.receipt, push.notification]));
  return [...once.values()].map(({ body, tag }) => [body, tag] as const);
}
