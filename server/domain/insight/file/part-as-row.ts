import type { PeriodPart, PeriodUnit } from "@/server/vocabulary/period-parts";

/** What part of a period a row of a file is of: a date, or the first and the last; whether it is less than a week or month. */
export function partAsRow(unit: PeriodUnit, { from, to, isWhole }: PeriodPart): string {
  if (unit === "day") return from;
  return `${from} to ${to}${isWhole ? "" : `, part of a ${unit}`}`;
}
