import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { countRowsByDay } from "@/server/domain/insight/count-rows-by-day";
import { nameRows } from "@/server/domain/insight/rows/name-rows";
import { rowsQuestion } from "@/server/domain/insight/rows/rows-question";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

const mostRows = 1_000_000;

/** A file of rows that is about to be made. */
export interface RowsFile {
  readonly fileName: string;
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** How many rows the figure counts. The file may have some more, of what happened since it was counted. */
  readonly counted: number;
}

/**
 * Says what a file of the rows behind a figure will hold, and puts on record that it is taken away, before the first row
 * leaves. More than a million rows are refused.
 */
export async function beginRowsFile(work: Work, request: RowsRequest): Promise<RowsFile> {
  const question = await rowsQuestion(work, request);
  const { from, to } = question.period;
  const days = await countRowsByDay(work, question, question.period);
  const counted = days.reduce((sum, { rows }) => sum + rows, 0);
  if (counted > mostRows) {
    throw new Refusal(
      "invalid",
      "These are more than a million rows, too many for one file. Choose fewer days.",
    );
  }
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `rows of ${nameRows(request)} as a file, ${from} to ${to}: begun, ${String(counted)} rows counted`,
  });
  // Whose they are stands in the rows; a file's name is seen by whoever looks at the list of downloads.
  const { measure, cut } = request;
  const fileName = `lantern-rows-${nameRows({ measure, cut }).replaceAll(" ", "-")}-${from}-${to}.csv`;
  return { fileName, from, to, counted };
}
