const hourMilliseconds = 3_600_000;

/**
 * By how many milliseconds a London clock is ahead of Greenwich at this instant: none, or an hour. By rule and not by
 * the platform's formats of dates, of which the first costs a telephone many milliseconds: summer time lasts from
 * one o'clock, Greenwich, on the last Sunday of March to one o'clock on the last Sunday of October (Summer Time Act 1972
 * as amended by the Summer Time Order 2002). A test holds it against the platform's own zone. Pure.
 */
export function londonOffset(instant: Date): number {
  return isSummer(instant) ? hourMilliseconds : 0;
}

const [march, october] = [2, 9];

/** The day of the change is looked for in its own month alone: a rota asks this thousands of times. */
function isSummer(instant: Date): boolean {
  const month = instant.getUTCMonth();
  if (month === march) return instant >= changeOfClocks(instant.getUTCFullYear(), march);
  if (month === october) return instant < changeOfClocks(instant.getUTCFullYear(), october);
  return month > march && month < october;
}

/** What a London clock and calendar show at this instant, as the UTC parts of a date. Pure. */
export function onLondonClock(instant: Date): Date {
  return new Date(instant.getTime() + londonOffset(instant));
}

/** One o'clock on the last Sunday of a month of 31 days. */
function changeOfClocks(year: number, month: number): Date {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return new Date(last.getTime() - last.getUTCDay() * 24 * hourMilliseconds);
}
