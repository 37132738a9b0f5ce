import { expect } from "@playwright/test";
import { similarNumbers } from "@/server/domain/register/quality/similar-numbers";
import { feedNow, makeFeedFile, test } from "@/test/support/make-feed";

const robin = { nhs_number: "9990000018", local_id: "case-1" };
const patient = {
  nhsNumber: "9990000018",
  names: [{ familyName: "Example", givenNames: ["Robin"] }],
  dateOfBirth: "2019-04-02",
};

test("numbers one slip away are valid, one digit or two neighbours off, and about nine", () => {
  const near = similarNumbers("9990000081");

  expect(near).toContain("9990000018");
  expect(near.length).toBeGreaterThan(4);
  expect(near.length).toBeLessThan(16);
  expect(similarNumbers("999000001")).toEqual([]);
});

for (const [slip, digits] of [
  ["two swapped digits", "9990000081"],
  ["one wrong digit", "9990000019"],
] as const) {
  test(`${slip}: the number by which demographics knows the row's person is suggested`, async ({
    desk,
    world,
  }) => {
    desk.demographics.know(patient);
    const report = await world.reportOf(1, [{ ...robin, nhs_number: digits }]);

    expect(report.problems).toMatchObject([{ rowAnswer: "CPR04", value: digits, suggestion: "9990000018" }]);
    const [fault] = await world.sql("select suggestion from data_fault where authority_id = $1", [
      world.authority.id,
    ]);
    expect(fault).toEqual({ suggestion: "9990000018" });
  });
}

test("a similar number of somebody else is no suggestion", async ({ desk, world }) => {
  desk.demographics.know({ ...patient, dateOfBirth: "2018-01-01" });
  const report = await world.reportOf(1, [{ ...robin, nhs_number: "9990000081" }]);

  expect(report.problems).toMatchObject([{ rowAnswer: "CPR04", suggestion: null }]);
});

test("what was looked for once is not asked again with the next list", async ({ desk, world }) => {
  desk.demographics.know(patient);
  const wrong = { ...robin, nhs_number: "9990000081" };
  await world.sends(1, [wrong]);
  const askedBefore = desk.demographics.asked.length;

  const report = await world.reportOf(2, [wrong]);

  expect(report.problems).toMatchObject([{ suggestion: "9990000018" }]);
  expect(desk.demographics.asked.length).toBe(askedBefore);
});

test("while demographics is away the list is answered all the same, and the search comes later", async ({
  desk,
  world,
}) => {
  await desk.agreesWith(makeFeedFile([robin]), feedNow);
  desk.demographics.fail({ status: 503 });
  const held = await world.delivers(1, makeFeedFile([{ ...robin, nhs_number: "9990000081" }]));
  expect(held).toMatchObject({ state: "applied", fileAnswer: "CPF04" });

  desk.demographics.fail(undefined);
  const later = new Date(feedNow.getTime() + 600_000);
  await desk.takesIn(later);
  const report = await desk.reportOf(world.officer, held.feedId, later);
  expect(report.problems).toMatchObject([{ suggestion: "9990000018" }]);
});
