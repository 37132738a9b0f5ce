import type { InsightAlert, InsightLookup } from "@/server/domain/insight/list-rows";
import type { AnswerKind } from "@/server/vocabulary/answer";

/** The columns of the page of rows, and no others: what is not shown there is in no file either. */
export const rowHeadings = {
  lookups: ["asked (UTC)", "care setting", "organisation", "kind", "answer"],
  alerts: [
    "reference",
    "raised (UTC)",
    "authority",
    "care setting",
    "organisation",
    "shown (UTC)",
    "taken (UTC)",
    "nobody reached (UTC)",
    "seconds to taken",
  ],
} as const;

const answerWords = {
  held: "held",
  "none-held": "none held",
  "could-not-check": "could not check",
} as const satisfies Record<AnswerKind, string>;

/** A lookup as cells. Pure. */
export function lookupCells({ at, setting, organisation, mode, answer }: InsightLookup): string[] {
  const kind = mode === "unscheduled" ? "tells the authority" : "silent";
  return [at.toISOString(), setting ?? "", organisation ?? "", kind, answerWords[answer]];
}

/** An alert as cells. Pure. */
export function alertCells(row: InsightAlert): string[] {
  const times = [row.shown_at, row.taken_at, row.unreached_at].map((at) => at?.toISOString() ?? "");
  const seconds = row.seconds_to_taken === null ? "" : String(Math.round(row.seconds_to_taken));
  return [
    row.reference,
    row.at.toISOString(),
    row.authority,
    row.setting,
    row.organisation,
    ...times,
    seconds,
  ];
}
