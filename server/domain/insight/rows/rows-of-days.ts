import type { RowsQuestion } from "@/server/domain/insight/rows/rows-question";
import type { LondonDate } from "@/server/vocabulary/london-time";
import type { Days } from "@/server/vocabulary/period";

/** Of which figure, for whom and on which days rows are counted. */
export interface RowsOfDays {
  readonly question: RowsQuestion;
  readonly days: Days;
}

export interface DayOfRows {
  readonly day: LondonDate;
  readonly rows: number;
}
