import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { readFigures, type FiguresRead } from "@/server/domain/insight/read-figures";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { rowsBehind, type Measure } from "@/server/vocabulary/measure";
import { Refusal } from "@/server/vocabulary/refusal";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

const mostRows = 1_000_000;

/** A file of rows that is about to be made. */
export interface RowsFile {
  readonly fileName: string;
  readonly of: "lookups" | "alerts";
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
  const { measure, groupId } = request;
  const read = await readFigures(work, request.period);
  const { from, to } = read;
  const counted = countOf(read, measure, groupId);
  if (counted > mostRows) {
    throw new Refusal(
      "invalid",
      "These are more than a million rows, too many for one file. Choose fewer days.",
    );
  }
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `rows of ${measure} as a file, ${from} to ${to}: begun, ${String(counted)} rows counted`,
  });
  const fileName = `lantern-rows-${measure}-${from}-${to}.csv`;
  return { fileName, of: rowsBehind[measure].of, from, to, counted };
}

/** The figure that the person sees on the page, whose rows these are. */
function countOf(read: FiguresRead, measure: Measure, groupId: string | undefined): number {
  const figures = groupId === undefined ? read.total : read.groups.find(({ id }) => id === groupId)?.figures;
  const behind = rowsBehind[measure];
  const counting = behind.of === "alerts" ? behind.stage : measure;
  return figures?.[counting] ?? 0;
}
