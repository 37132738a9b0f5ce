import { expect, test } from "@playwright/test";
import { cutInWords } from "@/app/(oversight)/insight/cut-in-words";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";
import { periodOf, spansOf, type PeriodRequest } from "@/server/vocabulary/period";
import { cutPeriod } from "@/server/vocabulary/period-parts";

for (const [what, from, to, unit, count, first, last] of [
  ["one day", "2026-11-05", "2026-11-05", "day", 1, "2026-11-05 whole", "2026-11-05 whole"],
  [
    "92 days, the clocks go back among them",
    "2026-08-06",
    "2026-11-05",
    "day",
    92,
    "2026-08-06 whole",
    "2026-11-05 whole",
  ],
  ["93 days", "2026-08-05", "2026-11-05", "week", 14, "2026-08-05..2026-08-09", "2026-11-02..2026-11-05"],
  [
    "weeks that are whole",
    "2026-06-29",
    "2026-10-25",
    "week",
    17,
    "2026-06-29..2026-07-05 whole",
    "2026-10-19..2026-10-25 whole",
  ],
  [
    "a year from a Thursday",
    "2025-11-06",
    "2026-11-05",
    "week",
    53,
    "2025-11-06..2025-11-09",
    "2026-11-02..2026-11-05",
  ],
  [
    "53 weeks",
    "2025-11-03",
    "2026-11-08",
    "week",
    53,
    "2025-11-03..2025-11-09 whole",
    "2026-11-02..2026-11-08 whole",
  ],
  ["a day more", "2025-11-02", "2026-11-08", "month", 13, "2025-11-02..2025-11-30", "2026-11-01..2026-11-08"],
  [
    "five years, leap day and ten changes of clocks inside",
    "2021-11-06",
    "2026-11-05",
    "month",
    61,
    "2021-11-06..2021-11-30",
    "2026-11-01..2026-11-05",
  ],
  [
    "five calendar years",
    "2020-01-01",
    "2024-12-31",
    "month",
    60,
    "2020-01-01..2020-01-31 whole",
    "2024-12-01..2024-12-31 whole",
  ],
] as const) {
  test(`${what} are looked at by ${unit}, every day once`, () => {
    const { unit: found, parts } = cutPeriod({ from, to });

    const inWords = parts.map(
      (part) => `${[...new Set([part.from, part.to])].join("..")}${part.isWhole ? " whole" : ""}`,
    );
    expect([found, parts.length, inWords[0], inWords.at(-1)]).toEqual([unit, count, first, last]);
    expect(parts.slice(1, -1).every(({ isWhole }) => isWhole)).toBe(true);
    expect(parts.flatMap((part) => daysOf(part))).toEqual(daysOf({ from, to }));
  });
}

const today = new Date("2026-11-05T22:30:00Z");

for (const [what, request, from, to] of [
  ["a week", { days: 7 }, "2026-10-30", "2026-11-05"],
  ["five years", { days: 1826 }, "2021-11-06", "2026-11-05"],
  ["dates of more than five years", { from: "1066-10-14", to: "2024-12-31" }, "2020-01-01", "2024-12-31"],
  ["dates that are to come", { from: "2026-11-01", to: "2999-01-01" }, "2026-11-01", "2026-11-05"],
] as const) {
  test(`a period of ${what} has the days from ${from}`, () => {
    expect(periodOf(request, today)).toMatchObject({ from, to });
  });
}

test("days become spans of time, those that follow each other one, an hour longer where the clocks go back", () => {
  const spans = spansOf(["2026-10-25", "2026-10-27", "2026-10-24", "2026-03-29"]);

  expect(spans.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()])).toEqual([
    ["2026-03-29T00:00:00.000Z", "2026-03-29T23:00:00.000Z"],
    ["2026-10-23T23:00:00.000Z", "2026-10-26T00:00:00.000Z"],
    ["2026-10-27T00:00:00.000Z", "2026-10-28T00:00:00.000Z"],
  ]);
  expect(spansOf([])).toEqual([]);
});

function daysOf({ from, to }: { readonly from: LondonDate; readonly to: LondonDate }): readonly LondonDate[] {
  const days: LondonDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const shown = (asked: PeriodRequest) => cutInWords(asked, periodOf(asked, new Date("2026-11-05T22:30:00Z")));

for (const [what, asked] of [
  ["a year", { days: 365 }],
  ["days to come, which are left out", { from: "2026-01-01", to: "2027-11-05" }],
  ["five years", { days: 1826 }],
  ["five years with two leap days", { from: "2020-01-02", to: "2025-01-01" }],
] as const) {
  test(`nothing is said of days that are all shown: ${what}`, () => {
    expect(shown(asked)).toBeUndefined();
  });
}

test("where fewer days are shown than were asked for, it is said why and what to do", () => {
  expect(shown({ from: "2019-01-01", to: "2025-12-31" })).toBe(
    "Of the days that you asked for only the last five years are shown, up to 31 December 2025: no more is counted at once. To see earlier ones, choose an earlier last day below.",
  );
});
