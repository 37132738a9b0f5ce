import type { AlertColumn, CountedAlerts } from "@/server/domain/insight/packed/counted-alerts";
import { spread, type Repeated } from "@/server/domain/insight/packed/spread";
import { unpack } from "@/server/domain/insight/packed/unpack";
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

/** In which of the parts of a period each of its things is, the first nought. Pure. */
export function partKeys({ numbers, times }: Repeated, parts: readonly Days[]): Int32Array {
  const ofDays = parts.flatMap(({ from, to }, part) =>
    Array.from({ length: daysBetween(from, to) + 1 }, () => part),
  );
  return spread({ numbers: numbers.map((day) => ofDays[day] ?? 0), times });
}

/** In which hour of the London week each alert was raised: nought is Monday's first. Pure. */
export function hourOfWeekKeys({ days, columns }: CountedAlerts<"hour">, from: LondonDate): Int32Array {
  const first = weekdayOf(from) - 1;
  const day = spread(days);
  const hours = unpack(columns.hour);
  const keys = new Int32Array(day.length);
  for (let place = 0; place < day.length; place += 1) {
    keys[place] = ((first + (day[place] ?? 0)) % 7) * 24 + (hours[place] ?? 0);
  }
  return keys;
}
