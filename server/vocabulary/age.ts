import { addDays, type LondonDate } from "@/server/vocabulary/london-time";

/** Between two days, both included. */
export interface DateRange {
  readonly from: LondonDate;
  readonly to: LondonDate;
}

/** Full years of age on a day. Whoever was born on 29 February is a year older from 1 March on. */
export function ageOn(birthDate: LondonDate, today: LondonDate): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** "5 months old", "7 years old": months for those who are not two yet. */
export function ageInWords(birthDate: LondonDate, today: LondonDate): string {
  const years = ageOn(birthDate, today);
  if (years >= 2) return `${String(years)} years old`;
  const months = monthsBetween(birthDate, today);
  if (months < 1) return "less than a month old";
  return months === 1 ? "1 month old" : `${String(months)} months old`;
}

/** On which days somebody was born who is at least and at most so many years old today. */
export function bornAtAge(youngest: number, oldest: number, today: LondonDate): DateRange {
  return { from: addDays(yearsBefore(today, oldest + 1), 1), to: yearsBefore(today, youngest) };
}

function monthsBetween(birthDate: LondonDate, today: LondonDate): number {
  const [bornYear = 0, bornMonth = 0, bornDay = 0] = birthDate.split("-").map(Number);
  const [year = 0, month = 0, day = 0] = today.split("-").map(Number);
  return (year - bornYear) * 12 + month - bornMonth - (day < bornDay ? 1 : 0);
}

/** The same day so many years earlier; 28 February where that year had no 29th. */
function yearsBefore(date: LondonDate, years: number): LondonDate {
  const year = Number(date.slice(0, 4)) - years;
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  const monthAndDay = date.slice(5) === "02-29" && !isLeap ? "02-28" : date.slice(5);
  return `${String(year).padStart(4, "0")}-${monthAndDay}`;
}
