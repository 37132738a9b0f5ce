import { londonDate, type LondonDate } from "@/server/vocabulary/london-time";

const known = new Map<number, LondonDate>();

/** The London date of an instant, worked out once: a past is gone through for each day of many. */
export function dayOf(at: Date): LondonDate {
  const day = known.get(at.getTime()) ?? londonDate(at);
  known.set(at.getTime(), day);
  return day;
}
