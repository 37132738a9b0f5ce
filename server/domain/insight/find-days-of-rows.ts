import type { Work } from "@/server/db/work";
import { countRowsByDay, type DayOfRows } from "@/server/domain/insight/count-rows-by-day";
import type { Scope } from "@/server/domain/insight/scope";
import { londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import type { Period } from "@/server/vocabulary/period";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

interface Question {
  readonly scope: Scope;
  readonly period: Period;
  readonly request: RowsRequest;
  /** How many rows are wanted. */
  readonly wanted: number;
}

/**
 * The newest days on which so many rows of a figure are, by what was counted: only their facts have to be read, however
 * long the period is. A page that goes on begins on the day at which the one before ended.
 */
export async function findDaysOfRows(
  work: Work,
  { scope, period, request, wanted }: Question,
): Promise<readonly LondonDate[]> {
  const until = request.after === undefined ? period.to : londonDate(request.after.at);
  const days = { from: period.from, to: until < period.to ? until : period.to };
  if (days.to < days.from) return [];
  const counted = await countRowsByDay(work, { scope, request, days });
  // Of the day at which a page goes on nobody knows how many are left: it counts for none.
  return newestDays(counted, { wanted, goesOnOn: request.after === undefined ? undefined : until });
}

function newestDays(
  counted: readonly DayOfRows[],
  { wanted, goesOnOn }: { readonly wanted: number; readonly goesOnOn: LondonDate | undefined },
): readonly LondonDate[] {
  const days: LondonDate[] = [];
  let found = 0;
  for (const { day, rows } of counted.toSorted((one, other) => (one.day < other.day ? 1 : -1))) {
    if (found >= wanted) break;
    days.push(day);
    if (day !== goesOnOn) found += rows;
  }
  return days;
}
