import { isWorkingDay } from "@/server/domain/directory/working-day";
import { addDays, londonDate, londonMinuteOfDay, startOfLondonDay } from "@/server/vocabulary/london-time";

/**
 * Until when an authority decides on a referral: one working day after it was made (Working Together to Safeguard
 * Children 2023, chapter 3). Made on a working day, at the same time of the next one; made on another day, at the end of
 * the first working day after it. London time. Pure.
 */
export function referralDue(madeAt: Date): Date {
  const day = londonDate(madeAt);
  const next = nextWorkingDay(day);
  if (!isWorking(day)) return startOfLondonDay(addDays(next, 1));
  return new Date(startOfLondonDay(next).getTime() + londonMinuteOfDay(madeAt) * 60_000);
}

function nextWorkingDay(day: string): string {
  const next = addDays(day, 1);
  return isWorking(next) ? next : nextWorkingDay(next);
}

function isWorking(day: string): boolean {
  return isWorkingDay(startOfLondonDay(day));
}
