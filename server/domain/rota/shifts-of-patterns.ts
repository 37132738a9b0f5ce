import { isBankHoliday } from "@/server/domain/directory/working-day";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import type { PersonId } from "@/server/vocabulary/ids";
import { daysBetween, londonInstant, mondayOf, weekdayOf } from "@/server/vocabulary/london-instant";
import { addDays, londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import type { BankHolidayRule } from "@/server/vocabulary/rota";

/** A shift that comes again, by the London calendar and clock. */
export interface ShiftPattern {
  readonly patternId: string;
  readonly teamId: string;
  readonly personId: PersonId;
  readonly rung: number;
  /** Days on which it begins: 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Every so many weeks, counted from the week of `firstOn`. */
  readonly everyWeeks: number;
  /** Minutes since midnight; an end not after the beginning is on the next day. */
  readonly startsAtMinute: number;
  readonly endsAtMinute: number;
  readonly bankHolidays: BankHolidayRule;
  readonly firstOn: LondonDate;
  /** The last day on which it begins; null for no end. */
  readonly lastOn: LondonDate | null;
}

/**
 * Every shift of these patterns of which some part lies between the two instants. Pure. A night shift is an hour
 * shorter or longer on the two nights on which the clocks change.
 */
export function shiftsOfPatterns(patterns: readonly ShiftPattern[], from: Date, to: Date): RotaShift[] {
  // A night shift that began yesterday reaches into today.
  const days = daysFrom(addDays(londonDate(from), -1), londonDate(to));
  return patterns.flatMap((pattern) =>
    days
      .filter((day) => beginsOn(pattern, day))
      .map((day) => shiftOn(pattern, day))
      .filter(({ startsAt, endsAt }) => startsAt < endsAt && startsAt < to && from < endsAt),
  );
}

function daysFrom(first: LondonDate, last: LondonDate): LondonDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, place) => addDays(first, place));
}

function beginsOn(pattern: ShiftPattern, day: LondonDate): boolean {
  if (day < pattern.firstOn || (pattern.lastOn !== null && day > pattern.lastOn)) return false;
  const weeks = daysBetween(mondayOf(pattern.firstOn), mondayOf(day)) / 7;
  return weeks % pattern.everyWeeks === 0 && isDayOf(pattern, day);
}

function isDayOf({ weekdays, bankHolidays }: ShiftPattern, day: LondonDate): boolean {
  const isWeekday = weekdays.includes(weekdayOf(day));
  switch (bankHolidays) {
    case "works":
      return isWeekday;
    case "off":
      return isWeekday && !isBankHoliday(day);
    case "only":
      return (isWeekday || weekdays.length === 0) && isBankHoliday(day);
  }
}

function shiftOn(pattern: ShiftPattern, day: LondonDate): RotaShift {
  const { patternId, teamId, personId, rung, startsAtMinute, endsAtMinute } = pattern;
  const lastDay = endsAtMinute > startsAtMinute ? day : addDays(day, 1);
  return {
    teamId,
    personId,
    rung,
    startsAt: londonInstant(day, startsAtMinute),
    endsAt: londonInstant(lastDay, endsAtMinute),
    origin: { kind: "pattern", id: patternId, insteadOf: null },
  };
}
