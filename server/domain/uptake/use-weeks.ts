import { addDays, londonDate, type LondonDate } from "@/server/vocabulary/london-time";

/** Weeks before the last seven days, by which those are judged. */
const weeksBefore = 12;

/** Thirteen times seven whole London days up to yesterday. */
export interface UseWeeks {
  /** The first day of each, the last seven days last. */
  readonly from: readonly LondonDate[];
  /** The day after the last of them: today. */
  readonly until: LondonDate;
}

/** The weeks that are looked at: today is not over, and would look quiet in the morning. Pure. */
export function useWeeksOf(now: Date): UseWeeks {
  const until = londonDate(now);
  const from = Array.from({ length: weeksBefore + 1 }, (_, place) =>
    addDays(until, -7 * (weeksBefore + 1 - place)),
  );
  return { from, until };
}
