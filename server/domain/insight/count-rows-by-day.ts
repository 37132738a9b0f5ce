import type { Work } from "@/server/db/work";
import { countAlertsByDay } from "@/server/domain/insight/rows/count-alerts-by-day";
import { countLookupsByDay } from "@/server/domain/insight/rows/count-lookups-by-day";
import { countReportsByDay } from "@/server/domain/insight/rows/count-reports-by-day";
import type { DayOfRows } from "@/server/domain/insight/rows/rows-of-days";
import type { RowsQuestion } from "@/server/domain/insight/rows/rows-question";
import { rowsBehind } from "@/server/vocabulary/counted-rows";
import type { Days } from "@/server/vocabulary/period";

/** How many rows of a figure each of these days has, by what was counted; days without any are not there. */
export async function countRowsByDay(
  work: Work,
  question: RowsQuestion,
  days: Days,
): Promise<readonly DayOfRows[]> {
  const behind = rowsBehind[question.request.measure];
  switch (behind.of) {
    case "lookups":
      return countLookupsByDay(work, { question, days }, behind);
    case "alerts":
      return countAlertsByDay(work, { question, days }, behind);
    case "referrals":
      return countReportsByDay(work, { question, days }, "referral");
    case "missed":
      return countReportsByDay(work, { question, days }, "missed");
  }
}
