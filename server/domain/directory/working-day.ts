import Holidays from "date-holidays";
import { londonDate, londonWeekday, type LondonDate } from "@/server/vocabulary/london-time";

const england = new Holidays("GB", "ENG", { languages: ["en"], types: ["public"] });
const bankHolidaysByYear = new Map<number, ReadonlySet<LondonDate>>();

/**
 * Whether offices are staffed on this London date: Monday to Friday, and not a bank holiday of England (Banking and
 * Financial Dealings Act 1971, with substitute days and one-off proclamations).
 */
export function isWorkingDay(instant: Date): boolean {
  return londonWeekday(instant) <= 5 && !isBankHoliday(londonDate(instant));
}

/** Whether this London date is a bank holiday of England. */
export function isBankHoliday(date: LondonDate): boolean {
  const year = Number(date.slice(0, 4));
  const known = bankHolidaysByYear.get(year) ?? bankHolidaysOf(year);
  bankHolidaysByYear.set(year, known);
  return known.has(date);
}

/** Takes some milliseconds, hence kept per year. */
function bankHolidaysOf(year: number): ReadonlySet<LondonDate> {
  return new Set(england.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
}
