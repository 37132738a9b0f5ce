import type { RowProblem } from "@/server/domain/register/feed-file/feed-row";

/** The national answers to a row whose person demographics does not know by its number, names and date of birth. */
const unmatchedAnswers: readonly string[] = ["CPR01", "CPR02", "CPR03", "CPR04"];

/** How many rows these problems say that of; a row with three problems is one. Pure. */
export function countUnmatched(problems: readonly Pick<RowProblem, "rowAnswer" | "rowNumber">[]): number {
  const unmatched = problems.filter(({ rowAnswer }) => unmatchedAnswers.includes(rowAnswer));
  return new Set(unmatched.map(({ rowNumber }) => rowNumber)).size;
}
