import { expect } from "@playwright/test";
import { closeAlert } from "@/server/domain/alert/hold/close-alert";
import { startDrill } from "@/server/domain/alert/start-drill";
import { recordDeparture } from "@/server/domain/alert/visit/record-departure";
import { recordReview } from "@/server/domain/alert/visit/record-review";
import { recordSighting } from "@/server/domain/alert/visit/record-sighting";
import { retractLookup } from "@/server/domain/alert/visit/retract-lookup";
import { AlertId } from "@/server/vocabulary/ids";
import { test } from "@/test/support/alert-story";
import { PushMessage } from "@/test/support/read-push-message";

test("the wrong child: whoever was called is told, nobody else is, and both stay on record", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  await story.does(story.crew, 2, (work) => retractLookup(work, alert.lookupId));
  await story.does(story.crew, 2, (work) => retractLookup(work, alert.lookupId));
  await story.passTimeTo(60);

  const pushes = story.pushesTo(amira).map(({ message }) => PushMessage.parse(message).notification);
  expect(pushes.map(({ body }) => body)).toEqual([
    `An alert is waiting. Reference ${alert.reference}.`,
    `An alert was withdrawn. Reference ${alert.reference}.`,
  ]);
  expect(new Set(pushes.map(({ tag }) => tag)).size).toBe(1);
  expect(story.pushesTo(ben)).toEqual([]);
  expect(await story.eventsOf(alert)).toEqual(["raised", "notified Amira Hassan 1", "wrong-child Sam Rider"]);
});

test("after ten minutes a tap no longer withdraws", async ({ story }) => {
  const alert = await story.crewAsks();

  const late = story.does(story.crew, 10.1, (work) => retractLookup(work, alert.lookupId));

  await expect(late).rejects.toThrow("That was more than 10 minutes ago.");
});

test("somebody else who asked keeps the alert alive when one of two withdraws", async ({ story }) => {
  await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });
  const first = await story.crewAsks();
  const second = await story.crewAsks(1);

  await story.does(story.crew, 2, (work) => retractLookup(work, first.lookupId));
  await story.passTimeTo(5);

  expect(second.alertId).toBe(first.alertId);
  expect(story.pushesTo(ben)).toHaveLength(1);
});

test("a view after the alert was closed, or withdrawn, is an alert of its own", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const first = await story.crewAsks();
  await story.takes(amira, first, 1);
  await story.does(amira.actor, 2, (work) =>
    closeAlert(work, { alertId: first.alertId, outcome: "no-concern" }),
  );

  const second = await story.crewAsks(3);
  await story.does(story.crew, 4, (work) => retractLookup(work, second.lookupId));
  const third = await story.crewAsks(5);

  expect(new Set([first.alertId, second.alertId, third.alertId]).size).toBe(3);
});

test("nobody goes home unseen: what speaks against it is said first, and recorded if it is done all the same", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const alert = await story.crewAsks();
  const leaves = (minutes: number, despite: boolean) =>
    story.does(story.crew, minutes, (work) =>
      recordDeparture(work, { lookupId: alert.lookupId, departure: "left-at-home", despite }),
    );

  const first = await leaves(1, false);
  await story.does(story.crew, 2, (work) =>
    recordSighting(work, { lookupId: alert.lookupId, sighting: "child-seen" }),
  );
  await story.takes(amira, alert, 3);
  const second = await leaves(4, false);
  await leaves(5, true);
  const clinician = "Dr Jo Senior";
  await story.does(story.crew, 6, (work) => recordReview(work, { lookupId: alert.lookupId, clinician }));
  const third = await leaves(7, false);

  expect(first).toEqual({ kind: "think-first", isUntaken: true, isUnreviewed: true });
  expect(second).toEqual({ kind: "think-first", isUntaken: false, isUnreviewed: true });
  expect(third).toEqual({ kind: "recorded" });
  expect(
    await story.world.sql("select note from alert_event where kind = 'departed' order by happened_at"),
  ).toEqual([{ note: "Recorded although no senior clinician had reviewed." }, { note: null }]);
});

test("when nobody took it the authority's manager is alarmed, each time the ladder is at its end", async ({
  story,
}) => {
  const manager = await story.member("authority-manager", "Morgan Manager");
  const alert = await story.crewAsks();

  await story.passTimeTo(14.99);
  const before = story.pushesTo(manager).length;
  await story.passTimeTo(15);

  expect(before).toBe(1);
  expect(story.pushesTo(manager)).toHaveLength(2);
  expect(PushMessage.parse(story.pushesTo(manager)[0]?.message).notification.body).toBe(
    `Nobody has taken an alert. Reference ${alert.reference}.`,
  );
  expect(await story.eventsOf(alert)).toContain("alarmed Morgan Manager");
});

test("a drill goes to a real phone by the real ladder, says that it is practice, and is in no figure", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");
  const manager = await story.member("authority-manager", "Morgan Manager");

  const drill = await story.does(manager.actor, 0, startDrill);
  await story.passTimeTo(0);

  expect(PushMessage.parse(story.pushesTo(amira)[0]?.message).notification.body).toBe(
    `Practice. An alert is waiting. Reference ${drill.reference}.`,
  );
  await expect(story.does(manager.actor, 1, startDrill)).rejects.toThrow("still waiting");
  await story.takes(
    amira,
    { alertId: AlertId.parse(drill.alertId), lookupId: "" as never, reference: "" },
    2,
  );
  const counted = await story.does(manager.actor, 3, ({ tx }) => tx.$queryRaw`select 1 from alert_fact`);
  expect(counted).toEqual([]);
});
