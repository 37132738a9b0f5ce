import { z } from "zod";
import { addDays, londonDate, startOfLondonDay, type LondonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

export const periodLengths = [7, 28, 90] as const;

/** The last so many days up to today, or from one London date to another. */
export const PeriodRequest = z.union([
  z.object({ days: z.literal(periodLengths) }),
  z.object({ from: z.iso.date(), to: z.iso.date() }),
]);
export type PeriodRequest = z.infer<typeof PeriodRequest>;

/** Whole London days, the first and the last included. */
export interface Period {
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** The period holds instants from `startsAt` up to, but not at, `endsAt`. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly days: readonly LondonDate[];
}

const longestPeriodDays = 366;

/**
 * The days that are meant. Days to come are left out, and of more than 366 days only the last 366 are kept. Refuses
 * a first day after the last.
 */
export function periodOf(request: PeriodRequest, now: Date): Period {
  const today = londonDate(now);
  if ("days" in request) return daysFrom(addDays(today, 1 - request.days), today);

  const to = request.to < today ? request.to : today;
  if (request.from > to) {
    throw new Refusal("invalid", "Choose a first day that is not after the last day and not in the future.");
  }
  const earliest = addDays(to, 1 - longestPeriodDays);
  return daysFrom(request.from < earliest ? earliest : request.from, to);
}

function daysFrom(from: LondonDate, to: LondonDate): Period {
  const days: LondonDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return { from, to, days, startsAt: startOfLondonDay(from), endsAt: startOfLondonDay(addDays(to, 1)) };
}
