import { expect, test } from "@playwright/test";
import { londonInstant } from "@/server/vocabulary/london-instant";
import {
  formatDateTime,
  formatLondonDate,
  formatTime,
  londonDate,
  londonMinuteOfDay,
  londonWeekday,
  startOfLondonDay,
} from "@/server/vocabulary/london-time";

// The order of 2002 is in force since then; the zones of most platforms end in 2037.
const years = Array.from({ length: 35 }, (_, place) => 2003 + place);
const hourMilliseconds = 3_600_000;
const zone = { timeZone: "Europe/London" } as const;
const date = new Intl.DateTimeFormat("en-GB", { ...zone, dateStyle: "long" });
const time = new Intl.DateTimeFormat("en-GB", { ...zone, timeStyle: "short" });
const isoDate = new Intl.DateTimeFormat("sv-SE", { ...zone, dateStyle: "short" });
const weekday = new Intl.DateTimeFormat("en-GB", { ...zone, weekday: "short" });
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Instants of a year some hours apart, and every quarter of an hour of the two days on which the clocks may change. */
function instantsOf(year: number): Date[] {
  const starts = Date.UTC(year, 0, 1);
  const hours = Array.from({ length: 1_252 }, (_, place) => new Date(starts + place * 7 * hourMilliseconds));
  const lastWeeks = [Date.UTC(year, 2, 25), Date.UTC(year, 9, 25)];
  const quarters = lastWeeks.flatMap((from) =>
    Array.from({ length: 7 * 96 }, (_, place) => new Date(from + (place * hourMilliseconds) / 4)),
  );
  return [...hours, ...quarters];
}

test("London's clock and calendar are those of the platform's own zone, in words and numbers", () => {
  const wrong = years.flatMap(instantsOf).filter((instant) => {
    const [hour = "", minute = ""] = time.format(instant).split(":");
    return !(
      formatDateTime(instant) === `${date.format(instant)}, ${time.format(instant)}` &&
      formatTime(instant) === time.format(instant) &&
      londonDate(instant) === isoDate.format(instant) &&
      londonMinuteOfDay(instant) === Number(hour) * 60 + Number(minute) &&
      londonWeekday(instant) === weekdays.indexOf(weekday.format(instant)) + 1
    );
  });

  expect(wrong.map((instant) => instant.toISOString()).slice(0, 5)).toEqual([]);
});

test("the clocks change at one o'clock at Greenwich, to the millisecond", () => {
  expect(formatTime(new Date("2026-03-29T00:59:59.999Z"))).toBe("00:59");
  expect(formatTime(new Date("2026-03-29T01:00:00.000Z"))).toBe("02:00");
  expect(formatTime(new Date("2026-10-25T00:59:59.999Z"))).toBe("01:59");
  expect(formatTime(new Date("2026-10-25T01:00:00.000Z"))).toBe("01:00");
});

test("every day begins when the platform's zone has it show midnight", () => {
  const days = years.flatMap((year) =>
    Array.from({ length: 366 }, (_, place) =>
      new Date(Date.UTC(year, 0, 1 + place)).toISOString().slice(0, 10),
    ),
  );

  const wrong = days.filter((day) => {
    const start = startOfLondonDay(day);
    const isFirst = isoDate.format(start) === day && isoDate.format(new Date(start.getTime() - 1)) < day;
    return !isFirst || londonInstant(day, 0).getTime() !== start.getTime();
  });

  expect(wrong).toEqual([]);
});

test("a date of birth is written as it stands on the list, in whatever year", () => {
  expect(formatLondonDate("1926-02-28")).toBe("28 February 1926");
  expect(formatLondonDate("2024-02-29")).toBe("29 February 2024");
  expect(formatLondonDate("2026-12-01")).toBe("1 December 2026");
});

test("what is no instant and no date is refused, not written", () => {
  expect(() => formatTime(new Date(Number.NaN))).toThrow(RangeError);
  expect(() => londonDate(new Date(Number.NaN))).toThrow(RangeError);
  expect(() => formatLondonDate("2026-13-01")).toThrow(RangeError);
});
