import { londonOffset } from "@/server/vocabulary/london-clock";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";

const summerOffset = 3_600_000;

/**
 * The first instant at which a London clock shows this minute of this date (0 midnight to 1439) or, in the hour that
 * is skipped in spring, a later one. So one shift ends where the next begins on both nights on which the clocks change.
 */
export function londonInstant(date: LondonDate, minuteOfDay: number): Date {
  const asWinter = Date.parse(`${date}T00:00:00Z`) + minuteOfDay * 60_000;
  const asSummer = asWinter - summerOffset;

  if (londonOffset(new Date(asSummer)) === summerOffset) return new Date(asSummer);
  if (londonOffset(new Date(asWinter)) === 0) return new Date(asWinter);
  // Summer time has begun at 1:00 in every year since 1981, and 1:00 was GMT.
  return new Date(`${date}T01:00:00Z`);
}

/** Day of the week of a calendar date: 1 Monday to 7 Sunday. */
export function weekdayOf(date: LondonDate): number {
  const day = new Date(`${date}T12:00:00Z`).getUTCDay();
  return day === 0 ? 7 : day;
}

/** The Monday of the week of a calendar date. */
export function mondayOf(date: LondonDate): LondonDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** How many days after the first date the second one is; negative if it is before. */
export function daysBetween(first: LondonDate, second: LondonDate): number {
  return (Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
}
