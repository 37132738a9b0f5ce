import { z } from "zod";
import { addDays, londonDate, startOfLondonDay, type LondonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

export const periodLengths = [7, 28, 90, 365, 1826] as const;
type PeriodLength = (typeof periodLengths)[number];

export const periodLengthNames = {
  7: "7 days",
  28: "28 days",
  90: "90 days",
  365: "1 year",
  1826: "5 years",
} as const satisfies Record<PeriodLength, string>;

/** The last so many days up to today, or from one London date to another. */
export const PeriodRequest = z.union([
  z.object({ days: z.literal(periodLengths) }),
  z.object({ from: z.iso.date(), to: z.iso.date() }),
]);
export type PeriodRequest = z.infer<typeof PeriodRequest>;

/** Whole London days, the first and the last included. */
export interface Days {
  readonly from: LondonDate;
  readonly to: LondonDate;
}

/** From the first instant of some London days up to, but not at, the first after them. */
export interface DaySpan {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface Period extends Days, DaySpan {}

/** Five years, whichever they are: two leap days at the most are in them. */
const longestPeriodDays = 5 * 365 + 2;

/**
 * The days that are meant. Days to come are left out, and of more than may be asked for, five years as a rule, only the
 * last are kept. Refuses a first day after the last.
 */
export function periodOf(request: PeriodRequest, now: Date, mostDays = longestPeriodDays): Period {
  const today = londonDate(now);
  if ("days" in request) return daysFrom(addDays(today, 1 - Math.min(request.days, mostDays)), today);

  const to = request.to < today ? request.to : today;
  if (request.from > to) {
    throw new Refusal("invalid", "Choose a first day that is not after the last day and not in the future.");
  }
  const earliest = addDays(to, 1 - mostDays);
  return daysFrom(request.from < earliest ? earliest : request.from, to);
}

function daysFrom(from: LondonDate, to: LondonDate): Period {
  return { from, to, startsAt: startOfLondonDay(from), endsAt: startOfLondonDay(addDays(to, 1)) };
}

/** These days as instants, days that follow each other as one span, in order of time. Pure. */
export function spansOf(days: readonly LondonDate[]): readonly DaySpan[] {
  const sorted = days.toSorted();
  const firsts = sorted.filter((day, place) => sorted[place - 1] !== addDays(day, -1));
  const lasts = sorted.filter((day, place) => sorted[place + 1] !== addDays(day, 1));
  return firsts.map((first, place) => {
    const { startsAt, endsAt } = daysFrom(first, lasts[place] ?? first);
    return { startsAt, endsAt };
  });
}
