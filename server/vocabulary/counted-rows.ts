import { targetSeconds, type AlertStep } from "@/server/vocabulary/alert-step";
import type { AnswerKind } from "@/server/vocabulary/answer";
import { measureNames, measures } from "@/server/vocabulary/measure";

export const countedRows = [
  ...measures,
  "shown",
  "answered",
  "closed",
  "shown-in-time",
  "taken-in-time",
  "answered-in-time",
  "referrals",
  "missed",
] as const;

/** Rows that figures count, and that can be asked for: those of a measure, of a step, of what was reported. */
export type CountedRows = (typeof countedRows)[number];

export const countedRowsNames = {
  ...measureNames,
  shown: "Alerts shown",
  answered: "Alerts answered",
  closed: "Alerts closed",
  "shown-in-time": "Alerts shown in time",
  "taken-in-time": "Alerts taken in time",
  "answered-in-time": "Alerts answered in time",
  referrals: "Referrals",
  missed: "Missed appointments",
} as const satisfies Record<CountedRows, string>;

/** How far an alert came. */
export type AlertStage = AlertStep | "raised" | "unreached";

export interface RowsOfAlerts {
  readonly of: "alerts";
  readonly stage: AlertStage;
  /** Only those that came so far within so many seconds. */
  readonly within?: number;
}

export interface RowsOfLookups {
  readonly of: "lookups";
  readonly answer: AnswerKind | undefined;
}

/** What the rows behind a figure are. */
export type RowsBehind = RowsOfLookups | RowsOfAlerts | { readonly of: "referrals" | "missed" };

export const rowsBehind: Readonly<Record<CountedRows, RowsBehind>> = {
  lookups: { of: "lookups", answer: undefined },
  held: { of: "lookups", answer: "held" },
  "none-held": { of: "lookups", answer: "none-held" },
  "could-not-check": { of: "lookups", answer: "could-not-check" },
  raised: { of: "alerts", stage: "raised" },
  taken: { of: "alerts", stage: "taken" },
  unreached: { of: "alerts", stage: "unreached" },
  "median-wait": { of: "alerts", stage: "taken" },
  "long-wait": { of: "alerts", stage: "taken" },
  shown: { of: "alerts", stage: "shown" },
  answered: { of: "alerts", stage: "answered" },
  closed: { of: "alerts", stage: "closed" },
  "shown-in-time": { of: "alerts", stage: "shown", within: targetSeconds.shown },
  "taken-in-time": { of: "alerts", stage: "taken", within: targetSeconds.taken },
  "answered-in-time": { of: "alerts", stage: "answered", within: targetSeconds.answered },
  referrals: { of: "referrals" },
  missed: { of: "missed" },
};

/** The step to which rows of alerts say how long it took: taken, where the figure is of none. */
export function stepOf({ stage }: RowsOfAlerts): AlertStep {
  return stage === "raised" || stage === "unreached" ? "taken" : stage;
}
