import { londonDate, type LondonDate } from "@/server/vocabulary/london-time";

/** Two in the morning: lists have come, and few people are asking. */
const beginsAtHour = 2;
const hourMilliseconds = 3_600_000;

/** Whether this night's turn has yet to begin. A night that nobody was there for is made up for at once. Pure. */
export function isTurnDue(begunAt: Date | null, now: Date): boolean {
  return begunAt === null || nightOf(begunAt) < nightOf(now);
}

function nightOf(instant: Date): LondonDate {
  return londonDate(new Date(instant.getTime() - beginsAtHour * hourMilliseconds));
}

/** Two nights that did not come to their end: somebody has to look. */
const staleMilliseconds = 48 * hourMilliseconds;

/** Whether the last turn that came to its end is longer ago than two days. Pure. */
export function isStale(endedAt: Date, now: Date): boolean {
  return now.getTime() - endedAt.getTime() > staleMilliseconds;
}
