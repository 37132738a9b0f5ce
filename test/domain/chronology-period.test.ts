import { expect, test } from "@playwright/test";
import { daysOf, readChronologyPeriod } from "@/server/vocabulary/chronology-period";

const now = new Date("2026-11-24T14:05:00Z");

const read = [
  ["nothing", {}, "3-months"],
  ["a length", { period: "12-months" }, "12-months"],
  ["everything", { period: "all" }, "all"],
  ["dates of a browser", { from: "2026-08-24", to: "2026-11-24" }, { from: "2026-08-24", to: "2026-11-24" }],
  ["dates of a person", { from: "4/8/2026", to: " 24.11.2026 " }, { from: "2026-08-04", to: "2026-11-24" }],
  ["one day", { from: "24/11/2026", to: "24/11/2026" }, { from: "2026-11-24", to: "2026-11-24" }],
] as const;

for (const [what, query, period] of read) {
  test(`an address with ${what} means ${JSON.stringify(period)}`, () => {
    expect(readChronologyPeriod(query, now)).toEqual({ ok: true, period });
  });
}

const unread = [
  [
    "a day that there is not",
    { from: "31/2/2026", to: "24/11/2026" },
    ["from"],
    /Enter the first day as a date/,
  ],
  ["words", { from: "last week", to: "24/11/2026" }, ["from"], /such as 24\/8\/2026/],
  ["one date only", { from: "24/8/2026" }, ["to"], /Enter the last day as a date/],
  ["two empty fields", { from: "", to: "" }, ["from", "to"], /Enter the first day/],
  ["a year of three digits", { from: "24/8/026", to: "24/11/2026" }, ["from"], /Enter the first day/],
  ["a year long ago", { from: "0026-08-24", to: "2026-11-24" }, ["from"], /Enter the first day/],
  ["the days the wrong way round", { from: "24/11/2026", to: "24/8/2026" }, ["to"], /before the first day/],
  ["a first day to come", { from: "25/11/2026", to: "26/11/2026" }, ["from"], /in the future/],
  ["a date given twice", { from: ["2026-08-24", "2026-08-25"], to: "2026-11-24" }, ["from"], /first day/],
  ["a length that there is not", { period: "9-months" }, ["from"], /Choose one of the periods/],
] as const;

for (const [what, query, fields, words] of unread) {
  test(`an address with ${what} is answered beside the field`, () => {
    const answer = readChronologyPeriod(query, now);

    expect(answer).toMatchObject({ ok: false, problems: fields.map((fieldId) => ({ fieldId })) });
    expect(answer.ok ? "" : answer.problems[0]?.message).toMatch(words);
  });
}

test("a length ends today in London and begins on the same day of the month, or on its last", () => {
  const lastMinute = new Date("2026-05-30T23:59:00Z");

  expect(daysOf("3-months", now)).toEqual({ from: "2026-08-24", to: "2026-11-24" });
  expect(daysOf("12-months", now)).toEqual({ from: "2025-11-24", to: "2026-11-24" });
  expect(daysOf("all", now)).toEqual({ from: null, to: "2026-11-24" });
  expect(daysOf("3-months", lastMinute)).toEqual({ from: "2026-02-28", to: "2026-05-31" });
});

test("days to come are left out, and days the wrong way round are refused", () => {
  expect(daysOf({ from: "2026-11-01", to: "2027-01-01" }, now)).toEqual({
    from: "2026-11-01",
    to: "2026-11-24",
  });
  expect(() => daysOf({ from: "2026-11-02", to: "2026-11-01" }, now)).toThrow(/before the first day/);
});
