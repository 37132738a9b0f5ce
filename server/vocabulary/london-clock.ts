const hourMilliseconds = 3_600_000;

/**
 * By how many milliseconds a London clock is ahead of Greenwich at this instant: none, or an hour. By rule and not by
 * the platform's formats of dates, of which the first costs a telephone many milliseconds: summer time lasts from
 * one o'clock, Greenwich, on the last Sunday of March to one o'clock on the last Sunday of October (Summer Time Act 1972
 * as amended by the Summer Time Order 2002). A test holds it against the platform's own zone. Pure.
 */
export function londonOffset(instant: Date): number {
  const year = instant.getUTCFullYear();
  const isSummer = instant >= changeOfClocks(year, "March") && instant < changeOfClocks(year, "October");
  return isSummer ? hourMilliseconds : 0;
}

/** What a London clock and calendar show at this instant, as the UTC parts of a date. Pure. */
export function onLondonClock(instant: Date): Date {
  return new Date(instant.getTime() + londonOffset(instant));
}

/** One o'clock on the last Sunday of a month of 31 days. */
function changeOfClocks(year: number, month: "March" | "October"): Date {
  const last = new Date(Date.UTC(year, month === "March" ? 2 : 9, 31, 1));
  return new Date(last.getTime() - last.getUTCDay() * 24 * hourMilliseconds);
}
