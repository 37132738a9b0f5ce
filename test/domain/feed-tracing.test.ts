import { expect } from "@playwright/test";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import { feedNow, makeFeedNumbers, test } from "@/test/support/make-feed";

const [robin = "", kit = ""] = makeFeedNumbers(2);
const robinsPlan = { nhs_number: robin, local_id: "case-1" };
const patient: StandInPatient = {
  nhsNumber: robin,
  names: [{ familyName: "Example", givenNames: ["Robin"] }],
  dateOfBirth: "2019-04-02",
};
const daysLater = (days: number) => new Date(feedNow.getTime() + days * 86_400_000);

test("a number that demographics does not know is CPR01, and its row is not loaded", async ({ world }) => {
  const report = await world.delivers(1, [robinsPlan]);

  expect(report).toMatchObject({ fileAnswer: "CPF04", counts: { loaded: 0, rejected: 1 } });
  expect(report.problems).toMatchObject([{ rowAnswer: "CPR01", column: "nhs_number", rowNumber: 2 }]);
  expect(await world.register()).toEqual([]);
});

for (const security of ["R", "V", "REDACTED"] as const) {
  test(`a sensitive record (${security}) is not loaded, and nothing of it is kept`, async ({
    desk,
    world,
  }) => {
    desk.demographics.know({ ...patient, names: [{ familyName: "Hidden", givenNames: ["Away"] }], security });
    const report = await world.delivers(1, [robinsPlan]);

    const expected = security === "REDACTED" ? "CPR01" : "CPR02";
    expect(report.problems).toMatchObject([{ rowAnswer: expected }]);
    expect(JSON.stringify(report)).not.toContain("Hidden");
    expect(await world.register()).toEqual([]);
  });
}

const disagreements = [
  { change: { names: [{ familyName: "Sample", givenNames: ["Robin"] }] }, column: "family_name" },
  { change: { names: [{ familyName: "Example", givenNames: ["Kit"] }] }, column: "given_names" },
  { change: { dateOfBirth: "2019-05-02" }, column: "date_of_birth" },
] as const;

for (const { change, column } of disagreements) {
  test(`where ${column} does not agree the row is CPR03 and says so`, async ({ desk, world }) => {
    desk.demographics.know({ ...patient, ...change });
    const report = await world.delivers(1, [robinsPlan]);

    expect(report.problems).toMatchObject([{ rowAnswer: "CPR03", column, suggestion: null }]);
  });
}

test("a date of birth with day and month swapped is suggested the other way round", async ({
  desk,
  world,
}) => {
  desk.demographics.know({ ...patient, dateOfBirth: "2019-02-04" });
  const report = await world.delivers(1, [robinsPlan]);

  expect(report.problems).toMatchObject([
    { rowAnswer: "CPR03", column: "date_of_birth", value: "2019-04-02", suggestion: "2019-02-04" },
  ]);
});

const alike = [
  { family_name: "EXAMPLE", given_names: "robin" },
  { family_name: "Éxample", given_names: "Robin Jo" },
  { family_name: " Example ", given_names: "Jo" },
  { family_name: "Maiden", given_names: "Robin" },
];
for (const names of alike) {
  test(`${names.given_names} ${names.family_name} agrees with a name that the person has or had`, async ({
    desk,
    world,
  }) => {
    const had = { familyName: "Maiden", givenNames: ["Robin"] };
    desk.demographics.know({
      ...patient,
      names: [{ familyName: "Example", givenNames: ["Robin", "Jo"] }, had],
    });
    expect(await world.delivers(1, [{ ...robinsPlan, ...names }])).toMatchObject({ fileAnswer: "CPF02" });
  });
}

test("a number that was replaced is loaded, found under both, and the authority is told the new one", async ({
  desk,
  world,
}) => {
  desk.demographics.know({ ...patient, supersededBy: kit });
  const report = await world.delivers(1, [robinsPlan]);

  expect(report).toMatchObject({ fileAnswer: "CPF02", counts: { loaded: 1, rejected: 0 } });
  expect(report.problems).toMatchObject([{ rowAnswer: "CPR05", suggestion: kit, isLoaded: true }]);
  const subjects = await world.sql("select nhs_number, superseded_by from subject where authority_id = $1", [
    world.authority.id,
  ]);
  expect(subjects).toEqual([{ nhs_number: robin, superseded_by: kit }]);
});

test("a person is asked about once, and again when the row changes or after 90 days", async ({
  desk,
  world,
}) => {
  desk.demographics.know(patient);
  const asked = () => desk.demographics.asked.filter(({ nhsNumber }) => nhsNumber === robin).length;
  const before = asked();

  await world.delivers(1, [robinsPlan]);
  await world.delivers(2, [robinsPlan], daysLater(1));
  await world.delivers(3, [{ ...robinsPlan, end_date: "2026-11-20" }], daysLater(2));
  expect(asked() - before).toBe(1);

  await world.delivers(4, [{ ...robinsPlan, family_name: "Examples" }], daysLater(3));
  expect(asked() - before).toBe(2);
  await world.delivers(5, [robinsPlan], daysLater(4));
  await world.delivers(6, [robinsPlan], daysLater(95));
  expect(asked() - before).toBe(4);
});

test("a row of the register whose number is replaced later tells the authority", async ({ desk, world }) => {
  desk.demographics.know(patient);
  await world.delivers(1, [robinsPlan]);
  desk.demographics.know({ ...patient, supersededBy: kit });

  const report = await world.delivers(2, [robinsPlan], daysLater(91));

  expect(report.problems).toMatchObject([{ rowAnswer: "CPR05", suggestion: kit }]);
  expect(report.counts).toMatchObject({ changed: 1 });
});

test("what was learnt before demographics went away is kept, and the rest is asked when it is back", async ({
  desk,
  world,
}) => {
  const plans = makeFeedNumbers(60).map((nhs_number) => ({ nhs_number, local_id: nhs_number }));
  for (const { nhs_number } of plans) desk.demographics.know({ ...patient, nhsNumber: nhs_number });
  desk.demographics.failAfter(30);
  const waiting = await world.delivers(1, plans);
  expect(waiting).toMatchObject({ state: "waiting", fileAnswer: "CPF05" });
  expect(await world.register()).toEqual([]);

  desk.demographics.fail(undefined);
  const before = desk.demographics.asked.length;
  await desk.takesIn(daysLater(1));
  expect(await world.register()).toHaveLength(60);
  expect(desk.demographics.asked.length - before).toBeLessThan(60);
});
