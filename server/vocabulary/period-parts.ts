import { addDays, type LondonDate } from "@/server/vocabulary/london-time";
import type { Days } from "@/server/vocabulary/period";

/** By what the days of a period are looked at. */
export type PeriodUnit = "day" | "week" | "month";

export const periodUnitNames = {
  day: "Day",
  week: "Week",
  month: "Month",
} as const satisfies Record<PeriodUnit, string>;

/** Days of a period that are looked at together. */
export interface PeriodPart extends Days {
  /** Whether all days of the week or month are in it; the first and the last may begin before the period or end after it. */
  readonly isWhole: boolean;
}

export interface CutPeriod {
  readonly unit: PeriodUnit;
  /** Every one, the oldest first; each day of the period is in exactly one. */
  readonly parts: readonly PeriodPart[];
}

/** More bars than this cannot be told apart on a telephone, and more rows are not read. */
const mostDays = 92;
const mostDaysByWeek = 53 * 7;

/** A period as days, as weeks from Monday where there are too many days, and as months where there are too many weeks. Pure. */
export function cutPeriod(period: Days): CutPeriod {
  const unit = unitOf(period);
  const parts: PeriodPart[] = [];
  for (let from = period.from; from <= period.to; from = addDays(parts.at(-1)?.to ?? period.to, 1)) {
    const [first, last] = boundsOf[unit](from);
    const to = last < period.to ? last : period.to;
    parts.push({ from, to, isWhole: first === from && last === to });
  }
  return { unit, parts };
}

function unitOf({ from, to }: Days): PeriodUnit {
  if (addDays(from, mostDays) > to) return "day";
  return addDays(from, mostDaysByWeek) > to ? "week" : "month";
}

/** The first and the last day of the day, week or month in which a day is. */
const boundsOf: Readonly<Record<PeriodUnit, (day: LondonDate) => readonly [LondonDate, LondonDate]>> = {
  day: (day) => [day, day],
  week: (day) => {
    const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
    return [monday, addDays(monday, 6)];
  },
  month: (day) => {
    const first = `${day.slice(0, 7)}-01`;
    // From any first of a month, 31 days on is in the next one.
    return [first, addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)];
  },
};

/** 0 is Sunday. A date has no time zone. */
function weekdayOf(day: LondonDate): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}
