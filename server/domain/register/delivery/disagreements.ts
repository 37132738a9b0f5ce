import type { FeedComparison } from "@/server/domain/register/compare-feed";
import { rowKeyOf, type RowProblem } from "@/server/domain/register/feed-file/feed-row";

/**
 * Rows that say otherwise than what was told between two lists. What was told holds, since the list may be the older
 * word of the two, until a list agrees or the plan is told again. Pure.
 */
export function disagreements({ disagreeing }: FeedComparison): RowProblem[] {
  return disagreeing.map(({ row }) => ({
    rowNumber: row.rowNumber,
    column: "",
    value: row.localId,
    rowAnswer: "CPR07",
    message:
      "The plan was changed in Lantern after your last list, and this row says otherwise. What was told in Lantern holds. Correct the row in your system, or tell the plan again.",
    rowKey: rowKeyOf(row),
  }));
}
