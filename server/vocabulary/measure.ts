import type { AnswerKind } from "@/server/vocabulary/answer";

export const measures = [
  "lookups",
  "held",
  "none-held",
  "could-not-check",
  "raised",
  "taken",
  "unreached",
  "median-wait",
  "long-wait",
] as const;

/** What managers count. docs/measures.md says in words how each is counted. */
export type Measure = (typeof measures)[number];

export const measureNames = {
  lookups: "Lookups",
  held: "Held",
  "none-held": "None held",
  "could-not-check": "Could not check",
  raised: "Alerts raised",
  taken: "Alerts taken",
  unreached: "Nobody reached",
  "median-wait": "Median time to taken",
  "long-wait": "90th percentile time to taken",
} as const satisfies Record<Measure, string>;

/** How far an alert came. */
export type AlertStage = "raised" | "taken" | "unreached";

/** What the rows behind a figure are. */
export type MeasuredRows =
  | { readonly of: "lookups"; readonly answer: AnswerKind | undefined }
  | { readonly of: "alerts"; readonly stage: AlertStage };

export const rowsBehind = {
  lookups: { of: "lookups", answer: undefined },
  held: { of: "lookups", answer: "held" },
  "none-held": { of: "lookups", answer: "none-held" },
  "could-not-check": { of: "lookups", answer: "could-not-check" },
  raised: { of: "alerts", stage: "raised" },
  taken: { of: "alerts", stage: "taken" },
  unreached: { of: "alerts", stage: "unreached" },
  "median-wait": { of: "alerts", stage: "taken" },
  "long-wait": { of: "alerts", stage: "taken" },
} as const satisfies Record<Measure, MeasuredRows>;
