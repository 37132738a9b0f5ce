import type { ShiftPattern } from "@/server/domain/rota/shifts-of-patterns";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { rungInWords } from "@/server/vocabulary/rota";

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** "First on call, Monday to Friday 09:00 to 17:00, not on bank holidays, from 23 November 2026". Pure. */
export function patternInWords(pattern: Omit<ShiftPattern, "patternId" | "teamId" | "personId">): string {
  const { rung, firstOn, lastOn, startsAtMinute, endsAtMinute } = pattern;
  const isOvernight = endsAtMinute <= startsAtMinute;
  const parts = [
    `${rungInWords(rung)} on call`,
    `${daysInWords(pattern)} ${clock(startsAtMinute)} to ${clock(endsAtMinute)}${isOvernight ? " the next day" : ""}`,
    ...(pattern.everyWeeks === 1 ? [] : [weeksInWords(pattern.everyWeeks)]),
    ...(pattern.bankHolidays === "off" ? ["not on bank holidays"] : []),
    `from ${formatLondonDate(firstOn)}${lastOn === null ? "" : ` to ${formatLondonDate(lastOn)}`}`,
  ];
  const words = parts.join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function daysInWords({ weekdays, bankHolidays }: Pick<ShiftPattern, "weekdays" | "bankHolidays">): string {
  const days = weekdays.toSorted((one, other) => one - other);
  if (bankHolidays === "only")
    return days.length % 7 === 0 ? "bank holidays" : `bank holidays on ${named(days)}`;
  return named(days);
}

function named(days: readonly number[]): string {
  const names = days.map((day) => dayNames[day - 1] ?? "");
  if (days.length === 7) return "every day";
  const isRun = days.every((day, place) => place === 0 || day === (days[place - 1] ?? 0) + 1);
  if (isRun && days.length > 2) return `${names[0] ?? ""} to ${names.at(-1) ?? ""}`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

function weeksInWords(everyWeeks: number): string {
  return everyWeeks === 2 ? "every other week" : `every ${String(everyWeeks)} weeks`;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
