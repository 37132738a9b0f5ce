import { later, type Interval } from "@/server/domain/rota/interval";
import { Refusal } from "@/server/vocabulary/refusal";

/** A form takes a while to fill in. */
const lateMinutes = 60;

/**
 * The time between two instants as it may be entered into a rota. What is past stays as it was: a beginning up to an
 * hour ago counts as now. Refuses an end before the beginning, what begins in the past, and what lasts too long.
 */
export function checkSpan({ startsAt, endsAt }: Interval, now: Date, mostDays: number): Interval {
  if (endsAt <= startsAt) {
    throw new Refusal("invalid", "It ends before it begins. Look at the two dates and times again.");
  }
  if (endsAt <= now) throw new Refusal("invalid", "It is over already. Choose a time that is still to come.");
  if (now.getTime() - startsAt.getTime() > lateMinutes * 60_000) {
    throw new Refusal("invalid", "It begins in the past. Let it begin now or later.");
  }
  if (endsAt.getTime() - startsAt.getTime() > mostDays * 86_400_000) {
    throw new Refusal("invalid", `It lasts longer than ${mostDays} days. Enter a shorter time.`);
  }
  return { startsAt: later(startsAt, now), endsAt };
}

/** No single shift, swap or takeover is longer: what comes again and again is a weekly pattern. */
export const mostShiftDays = 7;
