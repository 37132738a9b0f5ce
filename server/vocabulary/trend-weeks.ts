import { addDays, londonDate, startOfLondonDay, type LondonDate } from "@/server/vocabulary/london-time";

const weeksShown = 13;

/** Thirteen times seven London days up to today. */
export interface TrendWeeks {
  /** The first day of each, oldest first. */
  readonly starts: readonly LondonDate[];
  /** The instants at which they begin, and that at which the last ends. */
  readonly bounds: readonly Date[];
}

/** The weeks of every trend of lists, so that they stand beside each other. Pure. */
export function trendWeeksOf(now: Date): TrendWeeks {
  const today = londonDate(now);
  const starts = Array.from({ length: weeksShown }, (_, place) =>
    addDays(today, 1 - 7 * (weeksShown - place)),
  );
  return { starts, bounds: [...starts, addDays(today, 1)].map(startOfLondonDay) };
}
