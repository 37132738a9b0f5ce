import { expect } from "@playwright/test";
import { setCover } from "@/server/domain/rota/set-cover";
import { recordAbsence } from "@/server/domain/rota/record-absence";
import { startDrill } from "@/server/domain/alert/start-drill";
import { saveLadder } from "@/server/domain/rota/save-ladder";
import { takeOver } from "@/server/domain/rota/take-over";
import { climbAt, firstTold, givePhones, instant, raiseAlert, stepsOf } from "@/test/support/rota-ladder";
import { aroundTheClock, test, type RotaDesk } from "@/test/support/rota-desk";

const hour = 60;

/** Amira has the office's hours; Ben has the emergency team's nights until 02:00, and Cara from then on. */
const hours = {
  "working days": [
    ["2026-11-23T16:59", "the last minute of the office", ["Amira Hassan 1"]],
    ["2026-11-23T17:01", "right after closing both are rung", ["Ben Carter 1", "Amira Hassan 1"]],
    ["2026-11-23T17:14", "in the last minute of the overlap", ["Ben Carter 1", "Amira Hassan 1"]],
    ["2026-11-23T17:15", "after the overlap", ["Ben Carter 1"]],
    ["2026-11-24T08:59", "before the office opens", ["Cara Jones 1"]],
    ["2026-11-24T09:00", "when it opens both are rung", ["Amira Hassan 1", "Cara Jones 1"]],
  ],
  "Fridays, weekends and bank holidays": [
    ["2026-11-27T16:29", "before Friday's early closing", ["Amira Hassan 1"]],
    ["2026-11-27T16:50", "after Friday's early closing", ["Ben Carter 1"]],
    ["2026-11-28T12:00", "on a Saturday", ["Dora Evans 1"]],
    ["2026-12-25T12:00", "on Christmas Day, a Friday", ["Dora Evans 1"]],
    ["2026-12-28T12:00", "on the Monday that stands for Boxing Day", ["Dora Evans 1"]],
  ],
  "the night in which the clocks go forward, and the morning after": [
    ["2026-03-29T00:59:00Z", "before the hour that spring leaves out", ["Ben Carter 1"]],
    ["2026-03-29T01:00:00Z", "01:00 is 02:00: both are rung", ["Cara Jones 1", "Ben Carter 1"]],
    ["2026-03-29T01:15:00Z", "after the overlap of that night", ["Cara Jones 1"]],
    ["2026-03-30T07:59:00Z", "08:59 in summer time", ["Cara Jones 1"]],
    ["2026-03-30T08:15:00Z", "09:15 in summer time", ["Amira Hassan 1"]],
  ],
  "the night in which the clocks go back, and the morning after": [
    ["2026-10-25T00:30:00Z", "01:30 for the first time", ["Ben Carter 1"]],
    ["2026-10-25T01:30:00Z", "01:30 for the second time", ["Ben Carter 1"]],
    ["2026-10-25T02:14:00Z", "in the overlap, after two hours of 01:00", ["Cara Jones 1", "Ben Carter 1"]],
    ["2026-10-25T02:15:00Z", "after the overlap of that night", ["Cara Jones 1"]],
    ["2026-10-26T08:59:00Z", "08:59 in winter time", ["Cara Jones 1"]],
  ],
} as const;

for (const [title, moments] of Object.entries(hours)) {
  test(`the office's team by day, the emergency team at all other times: ${title}`, async ({ desk }) => {
    await officeAndEmergency(desk);

    for (const [at, words, people] of moments) {
      expect(await firstTold(desk, instant(at)), `${words} (${at})`).toEqual(people);
    }
  });
}

test("an alert that is open at closing time is told to the emergency team too, whatever its rung", async ({
  desk,
}) => {
  await officeAndEmergency(desk);
  await desk.pattern(desk.cara, { rung: 2, endsAtMinute: 17 * hour });

  const alertId = await raiseAlert(desk, instant("2026-11-23T16:54"));
  for (const time of ["16:54", "16:59", "17:01"]) {
    await climbAt(desk, alertId, instant(`2026-11-23T${time}`));
  }

  expect(await stepsOf(desk, alertId)).toEqual([
    "notified Amira Hassan 1",
    "not-shown Amira Hassan 1",
    "escalated 2",
    "notified Cara Jones 2",
    "notified Ben Carter 2",
    "not-shown Cara Jones 2",
  ]);
});

test("an empty rota is unreached at once, and climbs again every quarter of an hour until somebody is there", async ({
  desk,
}) => {
  await givePhones(desk, [desk.amira]);
  const alertId = await raiseAlert(desk, instant("2026-11-23T21:00"));
  await climbAt(desk, alertId, instant("2026-11-23T21:00"));
  const nobody = await stepsOf(desk, alertId);

  await climbAt(desk, alertId, instant("2026-11-23T21:15"));
  await desk.pattern(desk.amira, { startsAtMinute: 21 * hour, endsAtMinute: 23 * hour });
  await climbAt(desk, alertId, instant("2026-11-23T21:30"));

  expect(nobody).toEqual(["nobody-on-call 1", "unreached", "alarmed Ruth Ellison"]);
  expect(await stepsOf(desk, alertId)).toEqual([...nobody, ...nobody, "notified Amira Hassan 1"]);
});

test("an authority without any team is unreached at once", async ({ desk }) => {
  await desk.world.sql("delete from duty_team_authority where authority_id = $1", [desk.world.authority.id]);

  const alertId = await raiseAlert(desk, instant("2026-11-23T21:00"));
  await climbAt(desk, alertId, instant("2026-11-23T21:00"));

  expect(await stepsOf(desk, alertId)).toEqual(["nobody-on-call 1", "unreached", "alarmed Ruth Ellison"]);
});

test("one person on every rung is told once a round", async ({ desk }) => {
  const { teamId, amira, manager } = desk;
  await givePhones(desk, [amira]);
  for (const rung of [1, 2, 3]) await desk.pattern(amira, { rung, startsAtMinute: 0, endsAtMinute: 0 });
  await desk.as(manager, (work) =>
    saveLadder(work, {
      teamId,
      waitMinutes: [5, 5, 5],
      targets: [{ kind: "person", rung: 3, personId: amira.personId }],
      againMinutes: 15,
    }),
  );

  const alertId = await raiseAlert(desk, instant("2026-11-23T21:00"));
  for (const time of ["21:00", "21:05", "21:20"]) {
    await climbAt(desk, alertId, instant(`2026-11-23T${time}`));
  }

  expect(await stepsOf(desk, alertId)).toEqual([
    "notified Amira Hassan 1",
    "not-shown Amira Hassan 1",
    "escalated 2",
    "nobody-on-call 2",
    "escalated 3",
    "nobody-on-call 3",
    "unreached",
    "alarmed Ruth Ellison",
    "notified Amira Hassan 1",
  ]);
});

test("whoever covers for somebody who leaves while an alert is open is told at the next look", async ({
  desk,
}) => {
  const { teamId, amira, ben } = desk;
  await givePhones(desk, [amira, ben]);
  await desk.pattern(amira, { startsAtMinute: 0, endsAtMinute: 0 });
  const alertId = await raiseAlert(desk, instant("2026-11-23T12:00"));
  await climbAt(desk, alertId, instant("2026-11-23T12:00"));

  const absence = { personId: amira.personId, coverId: ben.personId };
  const span = { startsAt: instant("2026-11-23T12:02"), endsAt: instant("2026-11-23T18:00") };
  const leaving = instant("2026-11-23T12:02");
  await desk.as(amira, (work) => recordAbsence(work, { teamId, ...absence, ...span }), leaving);
  await climbAt(desk, alertId, instant("2026-11-23T12:03"));

  expect(await stepsOf(desk, alertId)).toEqual([
    "notified Amira Hassan 1",
    "notified Ben Carter 1",
    "not-shown Amira Hassan 1",
  ]);
  expect(await firstTold(desk, instant("2026-11-23T12:20"))).toEqual(["Ben Carter 1"]);
});

test("who takes over is told of the alert that is open, and alone of the next one", async ({ desk }) => {
  const { teamId, amira, ben, cara } = desk;
  await givePhones(desk, [amira, ben, cara]);
  await aroundTheClock(desk, amira, ben);
  const alertId = await raiseAlert(desk, instant("2026-11-23T12:00"));
  await climbAt(desk, alertId, instant("2026-11-23T12:00"));

  const until = instant("2026-11-23T18:00");
  const now = instant("2026-11-23T12:01");
  await desk.as(cara, (work) => takeOver(work, { teamId, rung: 1, coverId: cara.personId, until }), now);
  await climbAt(desk, alertId, instant("2026-11-23T12:02"));

  expect(await stepsOf(desk, alertId)).toContain("notified Cara Jones 1");
  expect(await firstTold(desk, instant("2026-11-23T12:15"))).toEqual(["Cara Jones 1", "Amira Hassan 1"]);
  expect(await firstTold(desk, instant("2026-11-23T12:16"))).toEqual(["Cara Jones 1"]);
  expect(await firstTold(desk, instant("2026-11-23T18:15"))).toEqual(["Amira Hassan 1"]);
});

test("whoever has lost their phone, or their role, does not hold up the ladder", async ({ desk }) => {
  const { world, amira, ben, cara } = desk;
  await givePhones(desk, [amira, ben, cara]);
  await desk.pattern(amira, { startsAtMinute: 0, endsAtMinute: 0 });
  await desk.pattern(ben, { rung: 2, startsAtMinute: 0, endsAtMinute: 0 });
  await world.sql(
    "insert into ladder_target (duty_team_id, rung, kind, role) values ($1, 2, 'role', 'duty-social-worker')",
    [desk.teamId],
  );
  await world.sql("update device set retired_at = '2026-11-23', retired_by = 'gone' where person_id = $1", [
    amira.personId,
  ]);
  await world.sql("update role_assignment set last_claimed_at = '2026-08-01' where person_id = $1", [
    cara.personId,
  ]);

  const alertId = await raiseAlert(desk, instant("2026-11-23T12:00"));
  await climbAt(desk, alertId, instant("2026-11-23T12:00"));

  expect(await stepsOf(desk, alertId)).toEqual([
    "nobody-reachable 1",
    "escalated 2",
    "notice-failed Amira Hassan 2",
    "notified Ben Carter 2",
  ]);
});

test("a drill goes to the team of the hour, by its pace", async ({ desk }) => {
  await officeAndEmergency(desk);
  const night = instant("2026-11-23T21:00");

  const { alertId } = await desk.as(desk.manager, startDrill, night);
  await climbAt(desk, alertId, night);
  await climbAt(desk, alertId, instant("2026-11-23T21:06"));
  const before = await stepsOf(desk, alertId);
  await climbAt(desk, alertId, instant("2026-11-23T21:07"));

  expect(before).toEqual(["notified Ben Carter 1", "not-shown Ben Carter 1"]);
  expect(await stepsOf(desk, alertId)).toEqual([...before, "unreached", "alarmed Ruth Ellison"]);
});

/** Two teams of one authority. The emergency team waits 7 minutes and has a third person for days without office. */
async function officeAndEmergency(desk: RotaDesk): Promise<void> {
  const emergencyTeamId = await desk.secondTeam("Emergency team");
  const dora = await desk.hire("duty-social-worker", "Dora Evans");
  await givePhones(desk, [desk.amira, desk.ben, desk.cara, dora]);
  await desk.pattern(desk.amira, { endsAtMinute: 17 * hour });
  const nights = { teamId: emergencyTeamId };
  await desk.pattern(desk.ben, { ...nights, startsAtMinute: 16.5 * hour, endsAtMinute: 2 * hour });
  await desk.pattern(desk.cara, { ...nights, startsAtMinute: 2 * hour, endsAtMinute: 9 * hour });
  const days = { ...nights, startsAtMinute: 9 * hour, endsAtMinute: 16.5 * hour };
  await desk.pattern(dora, { ...days, weekdays: [6, 7] });
  await desk.pattern(dora, { ...days, weekdays: [], bankHolidays: "only" });
  await desk.world.sql("insert into ladder_rung values ($1, 1, 7)", [emergencyTeamId]);
  await desk.as(desk.manager, (work) => setCover(work, { officeTeamId: desk.teamId, emergencyTeamId }));
}
