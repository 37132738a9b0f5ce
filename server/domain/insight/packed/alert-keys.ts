import type { AlertColumn, CountedAlerts } from "@/server/domain/insight/packed/counted-alerts";
import type { TimeBreakdown } from "@/server/vocabulary/alert-step";
import { daysBetween, weekdayOf } from "@/server/vocabulary/london-instant";
import type { LondonDate } from "@/server/vocabulary/london-time";
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
  const ofDays = Int32Array.from(
    parts.flatMap(({ from, to }, part) => Array.from({ length: daysBetween(from, to) + 1 }, () => part)),
  );
  const keys = new Int32Array(day.length);
  for (let place = 0; place < day.length; place += 1) keys[place] = ofDays[day[place] ?? 0] ?? 0;
  return keys;
}

/** In which hour of the London week each alert was raised: nought is Monday's first. Pure. */
export function hourOfWeekKeys({ day, columns }: CountedAlerts<"hour">, from: LondonDate): Int32Array {
  const first = weekdayOf(from) - 1;
  const keys = new Int32Array(day.length);
  for (let place = 0; place < day.length; place += 1) {
    keys[place] = ((first + (day[place] ?? 0)) % 7) * 24 + (columns.hour[place] ?? 0);
  }
  return keys;
}
