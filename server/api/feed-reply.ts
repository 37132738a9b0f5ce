import { answerAsCsv, answerOfReport } from "@/server/domain/register/delivery/delivery-answer";
import type { FeedReport } from "@/server/domain/register/show-feed";
import type { FileAnswer } from "@/server/vocabulary/feed-answer";
import type { FeedState } from "@/server/vocabulary/feed-state";
import { Refusal, type RefusalKind } from "@/server/vocabulary/refusal";

interface HowToReply {
  readonly isRepeat: boolean;
  /** The caller wants rows for a spreadsheet. */
  readonly asCsv: boolean;
}

/** What became of a delivery, or how far it is: 200 when it is settled, 202 while it may still change. */
export function deliveryReply(report: FeedReport, { isRepeat, asCsv }: HowToReply): Response {
  if (report.state === "unreadable") {
    return problemReply(422, report.stateReason ?? "", { fileAnswer: "CPF01" });
  }
  const status = statusOfState[report.state];
  const headers = status === 202 ? { "Retry-After": "30" } : {};
  if (!asCsv) return Response.json(answerOfReport(report, { isRepeat }), { status, headers });
  return new Response(answerAsCsv(report), {
    status,
    headers: { ...headers, "Content-Type": "text/csv; charset=utf-8" },
  });
}

const statusOfState = {
  received: 202,
  tracing: 202,
  waiting: 202,
  review: 202,
  held: 202,
  applied: 200,
  replaced: 200,
  discarded: 200,
  undone: 200,
} as const satisfies Record<Exclude<FeedState, "unreadable">, number>;

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
  401: "Token missing, unknown, expired or revoked",
  403: "Not your list",
  404: "Not found",
  409: "Sequence number already used",
  413: "Too large",
  415: "Not a CSV file",
  422: "The file could not be read",
  503: "Not received",
};

const statusOfRefusal = {
  "not-found": 404,
  "not-permitted": 403,
  conflict: 409,
  invalid: 400,
  "too-often": 429,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>;

/** What an attempt that threw is answered with; what was unforeseen is not repeated to the outside. */
export function refusalReply(cause: unknown): Response {
  if (cause instanceof Refusal) return problemReply(statusOfRefusal[cause.kind], cause.message);
  return problemReply(503, "The list could not be taken in, and nothing was changed. Send it again.", {
    headers: { "Retry-After": "60" },
  });
}
