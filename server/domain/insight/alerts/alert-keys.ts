import type { AlertColumn, CountedAlerts } from "@/server/domain/insight/alerts/counted-alerts";
import type { TimeBreakdown } from "@/server/vocabulary/alert-step";
import { weekdayOf } from "@/server/vocabulary/london-instant";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";
import type { Days } from "@/server/vocabulary/period";

/** The columns that it takes to break times down, besides days. */
export const keyColumns = {
  day: [],
  "hour-of-week": ["hour"],
  setting: ["setting"],
  channel: ["channel"],
  rung: ["rung"],
} as const satisfies Record<TimeBreakdown, readonly AlertColumn[]>;

/** In which of the parts of a period each alert was raised, the first nought. Pure. */
export function partKeys({ day }: Pick<CountedAlerts, "day">, parts: readonly Days[]): Int32Array {
  const ofDays = parts.flatMap(({ from, to }, part) => datesFrom(from, to).map(() => part));
  return day.map((of) => ofDays[of] ?? 0);
}

/** In which hour of the London week each alert was raised: nought is Monday's first. Pure. */
export function hourOfWeekKeys({ day, columns }: CountedAlerts<"hour">, from: LondonDate): Int32Array {
  const first = weekdayOf(from) - 1;
  return day.map((of, place) => ((first + of) % 7) * 24 + (columns.hour[place] ?? 0));
}

function datesFrom(from: LondonDate, to: LondonDate): readonly LondonDate[] {
  const dates: LondonDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}
