import type { Work } from "@/server/db/work";
import { countRowsByDay } from "@/server/domain/insight/count-rows-by-day";
import type { DayOfRows } from "@/server/domain/insight/rows/rows-of-days";
import type { RowsQuestion } from "@/server/domain/insight/rows/rows-question";
import { londonDate, type LondonDate } from "@/server/vocabulary/london-time";

/**
 * The newest days on which so many rows of a figure are as are wanted, by what was counted: only their facts have to be read,
 * however long the period is. A page that goes on begins on the day at which the one before ended.
 */
export async function findDaysOfRows(
  work: Work,
  question: RowsQuestion,
  wanted: number,
): Promise<readonly LondonDate[]> {
  const { period, request } = question;
  const until = request.after === undefined ? period.to : londonDate(request.after.at);
  const days = { from: period.from, to: until < period.to ? until : period.to };
  if (days.to < days.from) return [];
  const counted = await countRowsByDay(work, question, days);
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
