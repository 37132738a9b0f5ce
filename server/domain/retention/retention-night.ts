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

/** Two nights that did not begin, or one that found no end: somebody has to look. */
const staleMilliseconds = 48 * hourMilliseconds;

/** Whether the last turn began longer ago than two days; while one goes on no other begins. Pure. */
export function isStale(begunAt: Date, now: Date): boolean {
  return now.getTime() - begunAt.getTime() > staleMilliseconds;
}
