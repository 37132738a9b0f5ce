import { addDays, londonDate, startOfLondonDay, type LondonDate } from "@/server/vocabulary/london-time";

/** Weeks before the last seven days, by which those are judged. */
const weeksBefore = 12;

/** Thirteen times seven whole London days up to yesterday. */
export interface UseWeeks {
  /** The first day of each, the last seven days last. */
  readonly from: readonly LondonDate[];
  /** When each begins, and when the last ends. */
  readonly bounds: readonly Date[];
}

/** The weeks that are looked at: today is not over, and would look quiet in the morning. Pure. */
export function useWeeksOf(now: Date): UseWeeks {
  const today = londonDate(now);
  const from = Array.from({ length: weeksBefore + 1 }, (_, place) =>
    addDays(today, -7 * (weeksBefore + 1 - place)),
  );
  return { from, bounds: [...from, today].map(startOfLondonDay) };
}
