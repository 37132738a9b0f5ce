import { TZDate } from "@date-fns/tz";
import { dateFormat } from "@/server/vocabulary/date-format";

const londonZone = "Europe/London";

/** A calendar date in London, `YYYY-MM-DD`. */
export type LondonDate = string;

/** The date on a London wall calendar at this instant. */
export const londonDate: (instant: Date) => LondonDate = dateFormat("sv-SE", {
  timeZone: londonZone,
  dateStyle: "short",
});

/** Minutes since midnight on a London clock at this instant. */
export function londonMinuteOfDay(instant: Date): number {
  const local = new TZDate(instant, londonZone);
  return local.getHours() * 60 + local.getMinutes();
}

/** Day of the week in London: 1 Monday to 7 Sunday. */
export function londonWeekday(instant: Date): number {
  const day = new TZDate(instant, londonZone).getDay();
  return day === 0 ? 7 : day;
}

/** "21:14" in London. */
export const formatTime = dateFormat("en-GB", { timeZone: londonZone, timeStyle: "short" });

/** "23 November 2026" in London. */
const formatDate = dateFormat("en-GB", { timeZone: londonZone, dateStyle: "long" });

/** "23 November 2026, 21:14" in London. */
export function formatDateTime(instant: Date): string {
  return `${formatDate(instant)}, ${formatTime(instant)}`;
}

/** "23 November 2026" for a calendar date, which has no time zone. */
export function formatLondonDate(date: LondonDate): string {
  return formatUtcDate(new Date(`${date}T12:00:00Z`));
}

const formatUtcDate = dateFormat("en-GB", { timeZone: "UTC", dateStyle: "long" });

/** The calendar date so many days later (or earlier, if negative). */
export function addDays(date: LondonDate, days: number): LondonDate {
  const moved = new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000);
  return moved.toISOString().slice(0, 10);
}

/** The instant at which this date begins on a London clock. The clocks never change at midnight, so there is one. */
export function startOfLondonDay(date: LondonDate): Date {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, day, londonZone).getTime());
}
