import { expect } from "@playwright/test";
import { takeOver } from "@/server/domain/rota/take-over";
import { test } from "@/test/support/alert-story";
import { PushMessage } from "@/test/support/read-push-message";

test("the person on call is told on every phone, with a generic message", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan", { phones: 2 });

  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  const pushes = story.pushesTo(amira);
  expect(pushes).toHaveLength(2);
  expect(new Set(pushes.map(({ endpoint }) => endpoint)).size).toBe(2);
  expect(PushMessage.parse(pushes[0]?.message).notification).toEqual({
    body: `An alert is waiting. Reference ${alert.reference}.`,
    navigate: `http://localhost:3000/duty/alerts/${alert.alertId}`,
    tag: alert.alertId,
  });
  expect(pushes[0]).toMatchObject({ urgency: "high", ttlSeconds: 300 });
});

test("an unanswered alert reaches the second person after five minutes, not before", async ({ story }) => {
  const amira = await story.onCall("Amira Hassan");
  const ben = await story.onCall("Ben Okafor", { rung: 2 });

  const alert = await story.crewAsks();
  await story.passTimeTo(4.99);
  const before = story.pushesTo(ben).length;
  await story.passTimeTo(5);

  expect(before).toBe(0);
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

test("when the ladder is exhausted the crew is told to ring, and it begins again after 15 minutes", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");

  const alert = await story.crewAsks();
  await story.passTimeTo(5);
  const line = await story.crewReads(alert, 5);
  await story.passTimeTo(19.99);
  const pushesBefore = story.pushesTo(amira).length;
  await story.passTimeTo(20);

  expect(line).toBe("Nobody has taken it. Ring 01632 960200.");
  expect(pushesBefore).toBe(1);
  expect(story.pushesTo(amira)).toHaveLength(2);
  expect(await story.eventsOf(alert)).toEqual([
    "raised",
    "notified Amira Hassan 1",
    "not-shown Amira Hassan 1",
    "unreached",
    "nobody-alarmed",
    "notified Amira Hassan 1",
  ]);
});

test("with nobody on call the crew is told to ring at once, and the gap is on record", async ({ story }) => {
  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  expect(await story.eventsOf(alert)).toEqual(["raised", "nobody-on-call 1", "unreached", "nobody-alarmed"]);
  expect(await story.crewReads(alert, 0)).toBe("Nobody has taken it. Ring 01632 960200.");
});

test("somebody who comes on call later is told when the ladder begins again", async ({ story }) => {
  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  const amira = await story.onCall("Amira Hassan");
  await story.passTimeTo(15);

  expect(story.pushesTo(amira)).toHaveLength(1);
  expect(await story.eventsOf(alert)).toContain("notified Amira Hassan 1");
});

for (const [moment, others] of [
  ["while another's rung still waits", ["Ben Okafor"]],
  ["after the ladder has come to its end", []],
] as const) {
  test(`whoever takes over ${moment} is told of the alert at once`, async ({ story }) => {
    for (const name of others) await story.onCall(name, { rung: 2 });
    const amira = await story.member("duty-social-worker", "Amira Hassan");
    const alert = await story.crewAsks();
    await story.passTimeTo(0);

    await story.does(amira.actor, 1, (work) =>
      takeOver(work, {
        teamId: story.world.dutyTeamId,
        rung: 1,
        coverId: amira.actor.personId,
        until: story.at(60),
      }),
    );
    await story.passTimeTo(1);

    expect(story.pushesTo(amira)).toHaveLength(1);
    expect((await story.eventsOf(alert)).at(-1)).toMatch(/^notified Amira Hassan/);
  });
}

test("a first person without a phone is passed over at once", async ({ story }) => {
  await story.onCall("Amira Hassan", { phones: 0 });
  const ben = await story.onCall("Ben Okafor", { rung: 2 });

  const alert = await story.crewAsks();
  await story.passTimeTo(0);

  expect(story.pushesTo(ben)).toHaveLength(1);
  expect(await story.eventsOf(alert)).toEqual([
    "raised",
    "nobody-reachable 1",
    "escalated 2",
    "notified Ben Okafor 2",
  ]);
});

test("a repeated view of the child at one setting joins the alert and tells nobody again", async ({
  story,
}) => {
  const amira = await story.onCall("Amira Hassan");

  const first = await story.crewAsks();
  const again = await story.crewAsks(1);
  await story.passTimeTo(1);

  expect(again.alertId).toBe(first.alertId);
  expect(again.lookupId).not.toBe(first.lookupId);
  expect(story.pushesTo(amira)).toHaveLength(1);
  expect(await story.crewReads(again, 1)).toBe(
    "Sent to the person on call, and no phone has shown it. Ring 01632 960200.",
  );
});

test("a view a day later is an alert of its own", async ({ story }) => {
  const first = await story.crewAsks();

  const later = await story.crewAsks(24 * 60 + 1);

  expect(later.alertId).not.toBe(first.alertId);
});
