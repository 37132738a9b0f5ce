import { expect } from "@playwright/test";
import { sendMessage } from "@/server/domain/alert/messages/send-message";
import { recordSighting } from "@/server/domain/alert/visit/record-sighting";
import { readAlert } from "@/server/domain/alert/read-alert";
import { listAlerts } from "@/server/domain/alert/list-alerts";
import { reportMissed } from "@/server/domain/appointment/report-missed";
import { withdrawMissed } from "@/server/domain/appointment/withdraw-missed";
import { readChronology } from "@/server/domain/chronology/read-chronology";
import { makeReferral } from "@/server/domain/referral/make-referral";
import { RequestId, SubjectId, type LookupId } from "@/server/vocabulary/ids";
import { test, type AlertStory } from "@/test/support/alert-story";
import { makeMissedStory, missedReport, type MissedStory } from "@/test/support/missed-story";

type Said = Parameters<typeof missedReport>[1];

const inDental: unknown = expect.stringMatching(/^Dental, /);

/** Reports from this look at this minute. */
function report(
  story: AlertStory,
  { clinician }: MissedStory,
  given: { readonly lookupId: LookupId; readonly minutes?: number; readonly said?: Said },
): Promise<void> {
  const { lookupId, minutes = 1, said } = given;
  const settings = { ...story.service.configuration, mode: "scheduled" as const };
  return story.does(clinician, minutes, (work) => reportMissed(work, missedReport(lookupId, said), settings));
}

const onRecord = `select (select count(*)::int from alert) as alerts,
  (select count(*)::int from missed_appointment) as missed, (select count(*)::int from alert_event) as events,
  (select count(*)::int from outbox where kind = 'climb-alert') as climbs`;

test("a silent look tells nobody, and a report from it puts alert, facts, audit and job on record at once", async ({
  story,
}) => {
  const missed = await makeMissedStory(story);
  const lookupId = await missed.looks(0);
  expect(await story.world.sql(onRecord)).toEqual([{ alerts: 0, missed: 0, events: 0, climbs: 0 }]);

  await report(story, missed, { lookupId });

  expect(await story.world.sql(onRecord)).toEqual([{ alerts: 1, missed: 1, events: 1, climbs: 1 }]);
  expect(
    await story.world
      .sql(`select appointment_kind, missed_at, missed_before, family_reason, follow_up, reported_at,
      care_setting.name as setting from missed_appointment join care_setting on care_setting.id = care_setting_id`),
  ).toEqual([
    {
      appointment_kind: "dental",
      missed_at: new Date("2026-11-23T14:30:00Z"),
      missed_before: 2,
      family_reason: "No bus came.",
      follow_up: "tried-to-ring",
      reported_at: story.at(1),
      setting: "Dental",
    },
  ]);
  expect(
    await story.world.sql(
      "select action, outcome, detail, nhs_number from audit where action = 'appointment:report-missed'",
    ),
  ).toEqual([
    { action: "appointment:report-missed", outcome: "done", detail: "dental", nhs_number: missed.nhsNumber },
  ]);
  expect(await story.world.sql("select id from attendance")).toEqual([]);
});

test("sent twice, also at the same moment, it is one report", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const lookupId = await missed.looks(0);

  await Promise.all([report(story, missed, { lookupId }), report(story, missed, { lookupId })]);
  await report(story, missed, { lookupId, minutes: 2 });

  expect(await story.world.sql(onRecord)).toEqual([{ alerts: 1, missed: 1, events: 1, climbs: 1 }]);
});

test("another report from the same card is refused rather than lost", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const lookupId = await missed.looks(0);
  await report(story, missed, { lookupId });

  const other = report(story, missed, { lookupId, said: { appointmentKind: "immunisation" } });

  await expect(other).rejects.toMatchObject({ kind: "conflict", message: /Check the child again/ });
});

test("two clinics report at the same moment: one alert with both", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const [one, other] = [await missed.looks(0), await missed.looks(0)];

  await Promise.all([report(story, missed, { lookupId: one }), report(story, missed, { lookupId: other })]);

  expect(await story.world.sql(onRecord)).toEqual([{ alerts: 1, missed: 2, events: 2, climbs: 1 }]);
});

const refused: readonly (readonly [title: string, minutes: number, said: Said, kind: string])[] = [
  ["an appointment that is still to come", 1, { missedTime: "21:12" }, "invalid"],
  ["an appointment of 91 days ago", 1, { missedOn: "2026-08-24" }, "invalid"],
  ["a card that has cleared", 31, {}, "not-found"],
];

for (const [title, minutes, said, kind] of refused) {
  test(`refused in plain words: ${title}`, async ({ story }) => {
    const missed = await makeMissedStory(story);
    const lookupId = await missed.looks(0);

    await expect(report(story, missed, { lookupId, minutes, said })).rejects.toMatchObject({ kind });
    expect(await story.world.sql(onRecord)).toEqual([{ alerts: 0, missed: 0, events: 0, climbs: 0 }]);
  });
}

test("an appointment of this very minute, and one of 90 days ago, can be reported", async ({ story }) => {
  const missed = await makeMissedStory(story);

  await report(story, missed, { lookupId: await missed.looks(0), said: { missedTime: "21:11" } });
  await report(story, missed, { lookupId: await missed.looks(0), said: { missedOn: "2026-08-25" } });

  expect(await story.world.sql("select count(*)::int as missed from missed_appointment")).toEqual([
    { missed: 2 },
  ]);
});

test("nobody reports from somebody else's card, or from one that told the authority", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const other = await story.world.person("scheduled-clinician", "Olu Other");
  const theirs = await missed.looks(0, other);
  const told = await story.crewAsks();

  await expect(report(story, missed, { lookupId: theirs })).rejects.toMatchObject({ kind: "not-found" });
  const asCrew = report(story, { ...missed, clinician: story.crew }, { lookupId: told.lookupId });
  await expect(asCrew).rejects.toMatchObject({ kind: "conflict" });
});

test("before a report there is nothing to take back, to refer or to say of a visit", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const lookupId = await missed.looks(0);
  const requestId = RequestId.parse(crypto.randomUUID());
  const tries = [
    () => story.does(missed.clinician, 1, (work) => withdrawMissed(work, lookupId)),
    () =>
      story.does(missed.clinician, 1, (work) =>
        makeReferral(work, { requestId, lookupIds: [lookupId], concern: "Worried." }),
      ),
    () =>
      story.does(missed.clinician, 1, (work) => recordSighting(work, { lookupId, sighting: "child-seen" })),
  ];

  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ kind: "not-found" });
});

test("after a report the clinician writes to the duty team, and can refer the child", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const lookupId = await missed.reports(0);
  const [alert] = await missed.reads(lookupId, 1);
  if (!alert) throw new Error("the report raised no alert");
  const requestId = RequestId.parse(crypto.randomUUID());

  await story.does(missed.clinician, 2, (work) =>
    sendMessage(work, { alertId: alert.alertId, requestId, body: "Ring me before noon." }),
  );
  const made = await story.does(missed.clinician, 3, (work) =>
    makeReferral(work, { requestId, lookupIds: [lookupId], concern: "Worried." }),
  );

  expect((await missed.reads(lookupId, 4))[0]?.messages).toMatchObject([{ body: "Ring me before noon." }]);
  expect(made).toHaveLength(1);
});

test("the duty page and list say what was missed, and the list names no child", async ({ story }) => {
  const missed = await makeMissedStory(story);
  await missed.reports(0);
  // Of the same appointment, by now with another word.
  await missed.reports(1, { followUp: "rebooked" });
  const second = await missed.reports(2, {
    appointmentKind: "immunisation",
    familyReason: "",
    missedBefore: undefined,
  });
  await story.does(missed.clinician, 3, (work) => withdrawMissed(work, second));
  const duty = await story.world.person("duty-social-worker");

  const [listed] = await story.does(duty, 4, listAlerts);
  expect(listed).toMatchObject({
    kind: "was-not-brought",
    missed: { appointmentKind: "dental", missedAt: new Date("2026-11-23T14:30:00Z"), count: 2 },
  });
  expect(JSON.stringify(listed)).not.toContain("Robin");
  if (listed === undefined) throw new Error("nothing is listed");

  const alert = await story.does(duty, 4, (work) => readAlert(work, listed.alertId));
  expect(alert).toMatchObject({
    kind: "was-not-brought",
    missed: [
      { appointmentKind: "dental", missedBefore: 2, familyReason: "No bus came.", isTakenBack: false },
      { appointmentKind: "dental", followUp: "rebooked", isTakenBack: false },
      { appointmentKind: "immunisation", missedBefore: null, familyReason: null, isTakenBack: true },
    ],
  });
});

test("what rests until the morning stands below what waits now, however long it has waited", async ({
  story,
}) => {
  const missed = await makeMissedStory(story);
  await missed.reports(0);
  await story.passTimeTo(1);
  await story.crewAsks(30);
  const duty = await story.world.person("duty-social-worker");

  const listed = await story.does(duty, 40, listAlerts);

  expect(listed.map(({ kind }) => kind)).toEqual(["look-up", "was-not-brought"]);
});

test("the chronology tells of the report, its reason and its withdrawal", async ({ story }) => {
  const missed = await makeMissedStory(story);
  await missed.reports(0);
  const second = await missed.reports(15, {
    appointmentKind: "antenatal",
    familyReason: "",
    isWorried: true,
  });
  await story.does(missed.clinician, 16, (work) => withdrawMissed(work, second));
  const duty = await story.world.person("duty-social-worker");
  const [subject] = await story.world.sql("select id from subject where nhs_number = $1", [missed.nhsNumber]);
  const subjectId = SubjectId.parse(subject?.["id"]);

  const { entries } = await story.does(duty, 20, (work) =>
    readChronology(work, { subjectId, from: null, to: "2026-11-23", form: "page" }),
  );

  const [entry] = entries;
  expect(entry).toMatchObject({
    place: inDental,
    caution: "A missed appointment, as the clinic reported it. It does not say why.",
    isRetracted: false,
  });
  expect(entry?.steps.map(({ text }) => text.replace(story.world.trust.name, "the trust"))).toEqual([
    "Dana Dentist, clinician, the trust, reported that the child was not brought to a dental appointment on 23 November 2026. 2 missed before. Done about it: tried to ring the family. What the family said:",
    "Dana Dentist, clinician, the trust, reported that the child did not come to an antenatal appointment on 23 November 2026. 2 missed before. Done about it: tried to ring the family. Worried about the child then.",
    "Dana Dentist was worried about the child: told at once.",
    "Dana Dentist took a report back: it was a mistake.",
  ]);
  expect(entry?.steps.map(({ quote, mark }) => [quote, mark])).toEqual([
    ["No bus came.", "none"],
    [null, "retracted"],
    [null, "retracted"],
    [null, "none"],
  ]);
});

test("figures of looks and of how fast they are answered leave reports out", async ({ story }) => {
  const missed = await makeMissedStory(story);
  await missed.reports(0);
  const manager = await story.world.person("authority-manager");

  const seen = (view: string) =>
    story.does(manager, 1, (work) => work.tx.$queryRawUnsafe(`select count(*)::int as facts from ${view}`));

  expect(await seen("alert_fact")).toEqual([{ facts: 0 }]);
  expect(await seen("lookup_fact")).toEqual([{ facts: 0 }]);
  expect(await seen("missed_appointment")).toEqual([{ facts: 1 }]);
});

test("the database takes a report only from an own look, and on an alert of this kind", async ({ story }) => {
  const missed = await makeMissedStory(story);
  const [own, told] = [await missed.reports(0), await story.crewAsks()];
  const colleague = await story.world.person("scheduled-clinician", "Olu Other");
  const [alert] = await missed.reads(own, 1);
  const { personId, organisationId, careSettingId } = missed.clinician;
  const writes = (lookupId: LookupId, alertId: string | undefined) =>
    story.does(
      missed.clinician,
      1,
      (work) =>
        work.tx.$executeRaw`insert into missed_appointment (alert_id, lookup_id, person_id, organisation_id,
          care_setting_id, appointment_kind, missed_at, follow_up, call_back_number, is_worried, reported_at)
        values (${alertId}::uuid, ${lookupId}::uuid, ${personId}::uuid, ${organisationId}::uuid,
          ${careSettingId}::uuid, 'dental', ${work.now}, 'rebooked', '01632 960111', false, ${work.now})`,
    );

  await expect(writes(await missed.looks(1, colleague), alert?.alertId)).rejects.toThrow(
    "row-level security",
  );
  await expect(writes(await missed.looks(1), told.alertId)).rejects.toThrow("row-level security");
  expect(await writes(await missed.looks(1), alert?.alertId)).toBe(1);
});
