import {
  addDays,
  londonDate,
  londonMinuteOfDay,
  londonWeekday,
  startOfLondonDay,
  type LondonDate,
} from "@/server/vocabulary/london-time";

const monday = 1;
const sentFromMinute = 8 * 60;

interface DigestWeek {
  /** The Monday on which it is sent, by which the week is known. */
  readonly monday: LondonDate;
  /** The seven days that it tells of, Monday to Sunday. */
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** Who asked for it before then is sent it. */
  readonly dueAt: Date;
}

/**
 * The week whose figures are to be sent now: on a Monday from eight o'clock London time to midnight, so that one for which
 * no worker was there at eight comes later that day, and none comes days late. Undefined at other times. Pure.
 */
export function digestWeek(now: Date): DigestWeek | undefined {
  if (londonWeekday(now) !== monday || londonMinuteOfDay(now) < sentFromMinute) return undefined;
  return weekOf(londonDate(now));
}

/** When somebody who asks now is first written to. Pure. */
export function nextDigestDay(now: Date): LondonDate {
  const today = londonDate(now);
  const daysAway = (8 - londonWeekday(now)) % 7;
  if (daysAway === 0 && londonMinuteOfDay(now) >= sentFromMinute) return addDays(today, 7);
  return addDays(today, daysAway);
}

/** The week that is told of on this Monday. Pure. */
export function weekOf(day: LondonDate): DigestWeek {
  // The clocks change on Sundays, never between midnight and eight of a Monday.
  const dueAt = new Date(startOfLondonDay(day).getTime() + sentFromMinute * 60_000);
  return { monday: day, from: addDays(day, -7), to: addDays(day, -1), dueAt };
}
