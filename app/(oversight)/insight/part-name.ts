import { formatLondonDate } from "@/server/vocabulary/london-time";
import type { CutPeriod, PeriodPart, PeriodUnit } from "@/server/vocabulary/period-parts";
import { dateFormat } from "@/server/vocabulary/date-format";

/** A day, week or month of a period as a row of a table: less than a week or month is said to be. */
export function partName(unit: PeriodUnit, { from, to, isWhole }: PeriodPart): string {
  if (unit === "day") return formats.weekday(noonOf(from));
  if (!isWhole) return `${formatLondonDate(from)} to ${formatLondonDate(to)}, part of a ${unit}`;
  return unit === "week" ? `Week from ${formatLondonDate(from)}` : formats.month(noonOf(from));
}

/** The same, short, under a picture. */
export function partLabel(unit: PeriodUnit, { from }: PeriodPart): string {
  return formats[shortFormats[unit]](noonOf(from));
}

/** Why days are not shown one by one, and which parts are not whole; undefined where they are shown. */
export function partsInWords({ unit, parts }: CutPeriod): string | undefined {
  if (unit === "day") return undefined;
  const how = unit === "week" ? "Weeks are from Monday to Sunday." : "Months are those of the calendar.";
  const ends = [...new Set([parts[0], parts.at(-1)])];
  const cut = ends.flatMap((part) => (part === undefined || part.isWhole ? [] : [partName(unit, part)]));
  return `${how} ${cut.length === 0 ? "All are whole." : `Fewer days are in: ${cut.join("; ")}.`}`;
}

/** A calendar date has no time zone; at noon it is the same day in all that matter. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

const shortFormats = { day: "day", week: "dayOfYear", month: "shortMonth" } as const;

const inWords = (options: Intl.DateTimeFormatOptions) => dateFormat({ timeZone: "UTC", ...options });
const formats = {
  weekday: inWords({ weekday: "short", day: "numeric", month: "short" }),
  day: inWords({ day: "numeric", month: "short" }),
  dayOfYear: inWords({ day: "numeric", month: "short", year: "2-digit" }),
  month: inWords({ month: "long", year: "numeric" }),
  shortMonth: inWords({ month: "short", year: "numeric" }),
};
