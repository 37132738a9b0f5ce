import { expect, test } from "@playwright/test";
import { shiftsOfPatterns, type ShiftPattern } from "@/server/domain/rota/shifts-of-patterns";
import { londonInstant } from "@/server/vocabulary/london-instant";
import { inLines, makePattern } from "@/test/support/make-rota";

const night = { startsAtMinute: 22 * 60, endsAtMinute: 8 * 60 };

const cases: readonly {
  readonly title: string;
  readonly pattern: Partial<ShiftPattern>;
  readonly days: readonly [from: string, to: string];
  readonly shifts: readonly string[];
}[] = [
  {
    title: "a night shift ends on the next day, in winter 10 hours later",
    pattern: { ...night, weekdays: [1] },
    days: ["2026-11-23", "2026-11-24"],
    shifts: ["A1 23T22:00–24T08:00"],
  },
  {
    title: "the night in which the clocks go forward has 9 hours",
    pattern: night,
    days: ["2026-03-28", "2026-03-29"],
    shifts: ["A1 27T22:00–28T08:00", "A1 28T22:00–29T07:00"],
  },
  {
    title: "the night in which the clocks go back has 11 hours",
    pattern: night,
    days: ["2026-10-24", "2026-10-25"],
    shifts: ["A1 23T21:00–24T07:00", "A1 24T21:00–25T08:00"],
  },
  {
    title: "a shift that lies in the hour that is skipped does not happen",
    pattern: { startsAtMinute: 65, endsAtMinute: 115, weekdays: [7] },
    days: ["2026-03-29", "2026-03-30"],
    shifts: [],
  },
  {
    title: "a shift that ends when it begins goes around the clock",
    pattern: { startsAtMinute: 540, endsAtMinute: 540, weekdays: [3] },
    days: ["2026-11-25", "2026-11-26"],
    shifts: ["A1 25T09:00–26T09:00"],
  },
  {
    title: "every other week counts from the week of the first day, whatever its weekday",
    pattern: { firstOn: "2026-11-19", weekdays: [1, 4], everyWeeks: 2 },
    days: ["2026-11-16", "2026-12-07"],
    shifts: ["A1 19T09:00–19T17:00", "A1 30T09:00–30T17:00", "A1 03T09:00–03T17:00"],
  },
  {
    title: "the first and the last day count, and nothing before or after",
    pattern: { firstOn: "2026-11-24", lastOn: "2026-11-25" },
    days: ["2026-11-20", "2026-11-30"],
    shifts: ["A1 24T09:00–24T17:00", "A1 25T09:00–25T17:00"],
  },
  {
    title: "the night that begins on the last day is worked to its end",
    pattern: { ...night, lastOn: "2026-11-25" },
    days: ["2026-11-26", "2026-11-30"],
    shifts: ["A1 25T22:00–26T08:00"],
  },
  {
    title: "off on bank holidays: Christmas Day, and the Monday that stands for a Boxing Day on Saturday",
    pattern: { weekdays: [1, 2, 3, 4, 5], bankHolidays: "off" },
    days: ["2026-12-24", "2026-12-29"],
    shifts: ["A1 24T09:00–24T17:00", "A1 29T09:00–29T17:00"],
  },
  {
    title: "bank holidays only, on whatever day they fall, Boxing Day itself too",
    pattern: { weekdays: [], bankHolidays: "only" },
    days: ["2026-12-24", "2026-12-30"],
    shifts: ["A1 25T09:00–25T17:00", "A1 26T09:00–26T17:00", "A1 28T09:00–28T17:00"],
  },
  {
    title: "bank holidays only, if they are Mondays",
    pattern: { weekdays: [1], bankHolidays: "only" },
    days: ["2026-12-24", "2026-12-30"],
    shifts: ["A1 28T09:00–28T17:00"],
  },
];

for (const { title, pattern, days, shifts } of cases) {
  test(title, () => {
    const [from, to] = [londonInstant(days[0], 0), londonInstant(days[1], 12 * 60)];

    expect(inLines(shiftsOfPatterns([makePattern(pattern)], from, to))).toEqual(shifts);
  });
}

test("only shifts of which a part lies between the two instants are given", () => {
  const between = (from: string, to: string) =>
    inLines(shiftsOfPatterns([makePattern()], new Date(from), new Date(to)));

  expect(between("2026-11-23T17:00:00Z", "2026-11-24T09:00:00Z")).toEqual([]);
  expect(between("2026-11-23T16:59:00Z", "2026-11-24T09:01:00Z")).toHaveLength(2);
});

const clock = [
  ["a winter's day", "2026-11-23", 21 * 60, "2026-11-23T21:00:00Z"],
  ["a summer's day", "2026-07-01", 21 * 60, "2026-07-01T20:00:00Z"],
  ["the minute before the clocks go forward", "2026-03-29", 59, "2026-03-29T00:59:00Z"],
  ["a time that is skipped", "2026-03-29", 90, "2026-03-29T01:00:00Z"],
  ["the minute after what is skipped", "2026-03-29", 121, "2026-03-29T01:01:00Z"],
  ["a time that comes twice", "2026-10-25", 90, "2026-10-25T00:30:00Z"],
  ["the first minute that comes once again", "2026-10-25", 120, "2026-10-25T02:00:00Z"],
] as const;

for (const [title, date, minute, instant] of clock) {
  test(`London: ${title}`, () => {
    expect(londonInstant(date, minute)).toEqual(new Date(instant));
  });
}
