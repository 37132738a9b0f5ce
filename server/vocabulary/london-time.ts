import { londonOffset, onLondonClock } from "@/server/vocabulary/london-clock";

/** A calendar date in London, `YYYY-MM-DD`. */
export type LondonDate = string;

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The date on a London wall calendar at this instant. */
export function londonDate(instant: Date): LondonDate {
  return onLondonClock(instant).toISOString().slice(0, 10);
}

/** Minutes since midnight on a London clock at this instant. */
export function londonMinuteOfDay(instant: Date): number {
  const shown = onLondonClock(instant);
  return shown.getUTCHours() * 60 + shown.getUTCMinutes();
}

/** Day of the week in London: 1 Monday to 7 Sunday. */
export function londonWeekday(instant: Date): number {
  const day = onLondonClock(instant).getUTCDay();
  return day === 0 ? 7 : day;
}

/** "21:14" in London. */
export function formatTime(instant: Date): string {
  return onLondonClock(instant).toISOString().slice(11, 16);
}

/** "23 November 2026, 21:14" in London. */
export function formatDateTime(instant: Date): string {
  return `${formatLondonDate(londonDate(instant))}, ${formatTime(instant)}`;
}

/** "23 November 2026" for a calendar date, which has no time zone. */
export function formatLondonDate(date: LondonDate): string {
  const noon = new Date(`${date}T12:00:00Z`);
  const [year = "", , day] = noon.toISOString().slice(0, 10).split("-");
  return `${String(Number(day))} ${months[noon.getUTCMonth()] ?? ""} ${year}`;
}

/** The calendar date so many days later (or earlier, if negative). */
export function addDays(date: LondonDate, days: number): LondonDate {
  const moved = new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000);
  return moved.toISOString().slice(0, 10);
}

/** The instant at which this date begins on a London clock. The clocks never change at midnight, so there is one. */
export function startOfLondonDay(date: LondonDate): Date {
  const atGreenwich = new Date(`${date}T00:00:00Z`);
  return new Date(atGreenwich.getTime() - londonOffset(atGreenwich));
}
