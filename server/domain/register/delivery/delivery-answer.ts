import type { z } from "zod";
import type { FeedReport } from "@/server/domain/register/show-feed";
import { writeCsv } from "@/server/vocabulary/csv";
import { fileAnswerWords } from "@/server/vocabulary/feed-answer";
import { feedStateWords, isUnsettled } from "@/server/vocabulary/feed-state";
import type { DeliveryReply } from "@/server/vocabulary/plain-doors/replies";

/** The answer to what an authority's system sent, as docs/feeds.md describes it. Rows that are not named were loaded. */
export function answerOfReport(
  report: FeedReport,
  { isRepeat }: { readonly isRepeat: boolean },
): z.infer<typeof DeliveryReply> {
  return {
    authority: report.authorityCode,
    ...(report.sequence !== null && { sequence: report.sequence }),
    state: report.state,
    fileAnswer: report.fileAnswer,
    meaning: meaningOf(report),
    receivedAt: report.receivedAt.toISOString(),
    repeat: isRepeat,
    sequenceGap: report.gap,
    counts: report.counts,
    notes: report.notes,
    rows: report.problems.map(({ rowNumber, rowAnswer, column, value, message, suggestion, isLoaded }) => ({
      row: rowNumber,
      rowAnswer,
      column,
      value,
      problem: message,
      ...(suggestion !== null && { suggestion }),
      ...(isLoaded && { loaded: true }),
    })),
    missing: missingOf(report).map(({ nhsNumber, localId, kind, startOn }) => ({
      nhsNumber,
      localId,
      kind,
      startOn,
    })),
  };
}

const csvHeader = ["row", "answer", "column", "value", "problem", "suggestion"];

/** The same for a spreadsheet: one line about the file, then one a row with a problem, then the missing plans. */
export function answerAsCsv(report: FeedReport): string {
  return writeCsv(csvHeader, [
    ["file", report.fileAnswer ?? "", "", "", meaningOf(report), ""],
    ...report.problems.map(({ rowNumber, rowAnswer, column, value, message, suggestion }) => [
      String(rowNumber),
      rowAnswer,
      column,
      value,
      message,
      suggestion ?? "",
    ]),
    ...missingOf(report).map(({ nhsNumber, localId }) => [
      "missing",
      "",
      "nhs_number",
      nhsNumber,
      `In the register, not in the list: ${localId}`,
      "",
    ]),
  ]);
}

function meaningOf({ fileAnswer, state, stateReason }: FeedReport): string {
  if (stateReason !== null) return stateReason;
  return fileAnswer === null ? feedStateWords[state] : fileAnswerWords[fileAnswer];
}

/** Before it is applied no plan is labelled yet: then what it would miss. */
function missingOf({ state, effects, missing }: FeedReport) {
  return isUnsettled(state) ? effects.filter(({ effect }) => effect === "missing") : missing;
}
