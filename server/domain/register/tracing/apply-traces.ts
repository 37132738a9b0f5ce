import type { FeedRow, RejectedRow, RowProblem } from "@/server/domain/register/feed-file/feed-row";
import type { ReadableFeed } from "@/server/domain/register/feed-file/read-feed";
import type { Judgement } from "@/server/domain/register/tracing/judge-trace";
import { traceProblems } from "@/server/domain/register/tracing/trace-problems";
import type { TracedRow } from "@/server/domain/register/tracing/traced-row";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";

/** What a list says, once demographics was asked about its people. */
export interface TracedFeed {
  readonly rowCount: number;
  readonly rows: readonly TracedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly problems: readonly RowProblem[];
  readonly notes: readonly string[];
}

/**
 * Parts the good rows into those whose people demographics knows and the others, which are rejected with the reason. A
 * superseded number is loaded, so that nobody is hidden, and named all the same. Pure.
 */
export function applyTraces(
  reading: ReadableFeed,
  judgements: ReadonlyMap<NhsNumber, Judgement>,
): TracedFeed {
  const rows: TracedRow[] = [];
  const rejected: FeedRow[] = [];
  const problems: RowProblem[] = [];

  for (const row of reading.rows) {
    const judgement = judgements.get(row.nhsNumber) ?? untraced(row);
    problems.push(...traceProblems(row, judgement));
    const isKnown = judgement.rowAnswer === "CPR06" || judgement.rowAnswer === "CPR05";
    if (!isKnown) rejected.push(row);
    // What demographics gave as the new number is one.
    else rows.push({ ...row, supersededBy: judgement.suggestion as NhsNumber | null });
  }
  return {
    rowCount: reading.rowCount,
    notes: reading.notes,
    rows,
    rejected: [...reading.rejected, ...rejected],
    problems: [...reading.problems, ...problems].sort((one, other) => one.rowNumber - other.rowNumber),
  };
}

function untraced(row: FeedRow): never {
  throw new Error(`row ${row.rowNumber} was not traced`);
}
