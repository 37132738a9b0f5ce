import { expect } from "@playwright/test";
import { withdrawMissed } from "@/server/domain/appointment/withdraw-missed";
import { runDueJobs } from "@/server/jobs/run-due-jobs";
import type { LookupId } from "@/server/vocabulary/ids";
import { test, type AlertStory } from "@/test/support/alert-story";
import { makeShift } from "@/test/support/make-shift";
import { makeMissedStory, opening, type MissedStory } from "@/test/support/missed-story";

/** What happened to the alerts of a report, as `eventsOf` tells it. */
async function eventsOf(story: AlertStory, missed: MissedStory, lookupId: LookupId): Promise<string[][]> {
  const alerts = await missed.reads(lookupId, 5_000);
  return Promise.all(
    alerts.map(({ alertId, reference }) => story.eventsOf({ alertId, reference, lookupId })),
  );
}

test("a missed appointment that is reported in the evening tells nobody at night, and the office at nine", async ({
  story,
}) => {
  const night = await story.onCall("Nora Night");
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");

  const lookupId = await missed.reports(0);
  await story.passTimeTo(opening - 1);
  expect(story.pushesTo(night)).toEqual([]);
  expect(story.pushesTo(day)).toEqual([]);

  await story.passTimeTo(opening);
  expect(story.pushesTo(day)).toHaveLength(1);
  expect(await eventsOf(story, missed, lookupId)).toEqual([["raised", "deferred", "notified Dan Day 1"]]);
});

test("the clinician reads on the card that the office is told when it opens, and then who has it", async ({
  story,
}) => {
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");
  const lookupId = await missed.reports(0);
  await story.passTimeTo(1);

  const [waiting] = await missed.reads(lookupId, 1);
  expect(waiting?.line).toBe(
    "Not urgent: the office is told when it opens, 24 November 2026, 09:00. Worried now? Ring 01632 960200.",
  );
  await story.passTimeTo(opening);
  if (waiting) await story.takes(day, { ...waiting, lookupId }, opening + 2);

  expect(await missed.reads(lookupId, opening + 3)).toMatchObject([
    { kind: "was-not-brought", line: "Taken by Dan Day at 09:02.", missed: { appointmentKind: "dental" } },
  ]);
});

test("somebody who is worried now has the emergency team told at once", async ({ story }) => {
  const night = await story.onCall("Nora Night");
  const missed = await makeMissedStory(story);

  const lookupId = await missed.reports(0, { isWorried: true });
  await story.passTimeTo(0);

  expect(story.pushesTo(night)).toHaveLength(1);
  expect(await eventsOf(story, missed, lookupId)).toEqual([
    ["raised", "worried Dana Dentist", "notified Nora Night 1"],
  ]);
});

test("in office hours the office is told at once, and climbs as ever", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");
  const second = await missed.inTheMorning("Sue Second", 2);

  await missed.reports(opening + 30);
  await story.passTimeTo(opening + 30);
  expect(story.pushesTo(day)).toHaveLength(1);

  await story.passTimeTo(opening + 35);
  expect(story.pushesTo(second)).toHaveLength(1);
});

test("what nobody took by closing rests at night, alarms nobody, and begins again in the morning", async ({
  story,
}) => {
  const manager = await story.member("authority-manager", "Mo Manager");
  const night = await story.onCall("Nora Night");
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");
  const afternoon = await story.member("duty-social-worker", "Ann Afternoon");
  const hours = { startsAt: story.at(-400), endsAt: story.at(-230) };
  await makeShift(story.world, { personId: afternoon.actor.personId, ...hours });
  // 16:58 on Monday: the office closes at 17:00.
  await missed.reports(-252, { missedTime: "10:00" });

  await story.passTimeTo(opening - 1);
  expect(story.pushesTo(afternoon)).toHaveLength(1);
  expect(story.pushesTo(night)).toEqual([]);
  expect(story.pushesTo(manager)).toEqual([]);

  await story.passTimeTo(opening);
  expect(story.pushesTo(day)).toHaveLength(1);
});

test("a second report joins the first one that waits: one alert, told once", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");
  const first = await missed.reports(0);
  await story.passTimeTo(1);
  const second = await missed.reports(20, { appointmentKind: "immunisation" });
  await story.passTimeTo(opening);

  expect(await eventsOf(story, missed, second)).toEqual([
    ["raised", "deferred", "missed-again Dana Dentist", "notified Dan Day 1"],
  ]);
  expect(await eventsOf(story, missed, first)).toEqual(await eventsOf(story, missed, second));
  expect(story.pushesTo(day)).toHaveLength(1);
});

test("a second report with a worry hastens the first one that waits", async ({ story }) => {
  const night = await story.onCall("Nora Night");
  const missed = await makeMissedStory(story);
  await missed.reports(0);
  await story.passTimeTo(1);
  await missed.reports(30, { isWorried: true });

  await story.passTimeTo(30);

  expect(story.pushesTo(night)).toHaveLength(1);
});

test("a second report after somebody took the first is news to them, out of hours when the office opens", async ({
  story,
}) => {
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");
  const first = await missed.reports(0);
  await story.passTimeTo(opening);
  const [alert] = await missed.reads(first, opening);
  if (alert) await story.takes(day, { ...alert, lookupId: first }, opening + 1);

  await missed.reports(opening + 60);
  await story.passTimeTo(opening + 60);
  expect(story.pushesTo(day)).toHaveLength(2);

  // 20:00 on Tuesday; the next opening is a day after the first.
  await missed.reports(opening + 660);
  await story.passTimeTo(opening + 1_439);
  expect(story.pushesTo(day)).toHaveLength(2);
  await story.passTimeTo(opening + 1_440);
  expect(story.pushesTo(day)).toHaveLength(3);
});

test("a worry is not left to whoever took an earlier report: it is an alert of its own, told at once", async ({
  story,
}) => {
  const night = await story.onCall("Nora Night");
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");
  const first = await missed.reports(0);
  await story.passTimeTo(1);
  const [alert] = await missed.reads(first, 1);
  if (alert) await story.takes(day, { ...alert, lookupId: first }, 2);

  const second = await missed.reports(30, { isWorried: true });
  await story.passTimeTo(30);

  expect(story.pushesTo(night)).toHaveLength(1);
  expect((await missed.reads(second, 31))[0]?.alertId).not.toBe(alert?.alertId);
});

test("a report that is taken back while it rests is told to nobody", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");
  const lookupId = await missed.reports(0);
  await story.passTimeTo(1);

  await story.does(missed.clinician, 9, (work) => withdrawMissed(work, lookupId));
  await story.passTimeTo(opening + 60);

  expect(story.pushesTo(day)).toEqual([]);
  expect((await missed.reads(lookupId, 10))[0]?.line).toBe(
    "You withdrew it at 21:19: reported by mistake. Both stay on record.",
  );
});

test("of two reports the one that was not taken back is told", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");
  await missed.reports(0);
  const second = await missed.reports(5);
  await story.does(missed.clinician, 6, (work) => withdrawMissed(work, second));

  await story.passTimeTo(opening);

  expect(story.pushesTo(day)).toHaveLength(1);
});

test("ten minutes count from the report, and after them a person has to be told", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const lookupId = await missed.reports(0);

  const late = story.does(missed.clinician, 10.1, (work) => withdrawMissed(work, lookupId));

  await expect(late).rejects.toMatchObject({ kind: "conflict" });
});

test("two authorities have an alert each", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const second = await story.secondAuthority();
  await second.plan({ nhsNumber: missed.nhsNumber });

  const lookupId = await missed.reports(0);
  await story.passTimeTo(1);

  expect(await eventsOf(story, missed, lookupId)).toEqual([
    ["raised", "deferred"],
    ["raised", "deferred"],
  ]);
});

test("a crew that meets the child at night is answered at once: a look joins no missed appointment", async ({
  story,
}) => {
  const night = await story.onCall("Nora Night");
  const missed = await makeMissedStory(story);
  const sameSetting = { ...missed.clinician, careSettingId: story.crew.careSettingId };
  await missed.reports(0, {}, sameSetting);
  await story.passTimeTo(1);

  const asked = await story.crewAsks(2);
  await story.passTimeTo(2);

  expect(story.pushesTo(night)).toHaveLength(1);
  expect(await story.eventsOf(asked)).toEqual(["raised", "notified Nora Night 1"]);
});

test("an authority whose office hours nobody has entered is told at once", async ({ story }) => {
  const night = await story.onCall("Nora Night");
  const missed = await makeMissedStory(story);
  await missed.reports(0);
  await story.world.sql("delete from authority_contact");

  await story.passTimeTo(0);

  expect(story.pushesTo(night)).toHaveLength(1);
});

test("clocks that jump a month ahead and back tell nobody at night and lose nothing", async ({ story }) => {
  const night = await story.onCall("Nora Night");
  const missed = await makeMissedStory(story);
  const day = await missed.inTheMorning("Dan Day");
  const second = await missed.inTheMorning("Sue Second", 2);
  const lookupId = await missed.reports(0);
  const [alert] = await missed.reads(lookupId, 0);
  const climb = `insert into outbox (kind, job, due_at) values
    ('climb-alert', jsonb_build_object('kind', 'climb-alert', 'alertId', $1::text), $2)`;
  // 2:10 on Christmas Day, and back.
  for (const minutes of [45_900, 2, 45_901, 3]) {
    await story.world.sql(climb, [alert?.alertId, story.at(0)]);
    await runDueJobs(story.service, story.at(minutes));
  }
  expect(story.pushesTo(night)).toEqual([]);

  await story.world.sql(climb, [alert?.alertId, story.at(opening)]);
  await story.passTimeTo(opening + 5);

  expect(story.pushesTo(day)).toHaveLength(1);
  expect(story.pushesTo(second)).toHaveLength(1);
});
