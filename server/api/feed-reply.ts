import type { FeedReport } from "@/server/domain/register/show-feed";
import { fileAnswerWords, type FileAnswer } from "@/server/vocabulary/feed-answer";
import { Refusal, type RefusalKind } from "@/server/vocabulary/refusal";

/** The answer to a list that was received, as docs/feeds.md describes it. Rows that are not named were loaded. */
export function answerOfReport(report: FeedReport, isRepeat: boolean) {
  return {
    authority: report.authorityCode,
    sequence: report.sequence,
    fileAnswer: report.fileAnswer,
    meaning: fileAnswerWords[report.fileAnswer],
    receivedAt: report.receivedAt.toISOString(),
    repeat: isRepeat,
    sequenceGap: report.gap,
    counts: report.counts,
    notes: report.notes,
    rows: report.problems.map(({ rowNumber, rowAnswer, column, value, message }) => ({
      row: rowNumber,
      rowAnswer,
      column,
      value,
      problem: message,
    })),
    missing: report.missing,
  };
}

interface ProblemExtras {
  readonly headers?: Readonly<Record<string, string>>;
  readonly fileAnswer?: FileAnswer;
}

/** A problem as RFC 9457 writes it. */
export function problemReply(
  status: number,
  detail: string,
  { headers = {}, fileAnswer }: ProblemExtras = {},
): Response {
  const body = { status, title: titles[status] ?? "Not received", detail, ...(fileAnswer && { fileAnswer }) };
  return Response.json(body, { status, headers: { ...headers, "Content-Type": "application/problem+json" } });
}

const titles: Readonly<Record<number, string>> = {
  401: "Token missing, unknown or revoked",
  403: "Not your list",
  404: "No such authority",
  409: "Sequence number already used",
  413: "Too large",
  415: "Not a CSV file",
  422: "The file could not be read",
  503: "Not received",
};

const statusOf = {
  "not-found": 404,
  "not-permitted": 403,
  conflict: 409,
  invalid: 400,
  "too-often": 429,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>;

/** What an attempt that threw is answered with; what was unforeseen is not repeated to the outside. */
export function refusalReply(cause: unknown): Response {
  if (cause instanceof Refusal) return problemReply(statusOf[cause.kind], cause.message);
  return problemReply(503, "The list could not be taken in, and nothing was changed. Send it again.", {
    headers: { "Retry-After": "60" },
  });
}
