import { periodUnitNames, type PeriodUnit } from "@/server/vocabulary/period-parts";

export const alertSteps = ["shown", "taken", "answered", "closed"] as const;

/** What happens to an alert on its way to a human and back, each counted from when it was raised. */
export type AlertStep = (typeof alertSteps)[number];

export const alertStepNames = {
  shown: "Shown",
  taken: "Taken",
  answered: "Answered",
  closed: "Closed",
} as const satisfies Record<AlertStep, string>;

/** Within how many seconds it should happen; undefined where no time is aimed at. Targets of the service, not national ones. */
export const targetSeconds = {
  shown: 60,
  taken: 300,
  answered: 1_200,
  closed: undefined,
} as const satisfies Record<AlertStep, number | undefined>;

export const timeBreakdowns = ["day", "hour-of-week", "setting", "channel", "rung"] as const;

/** By what times are compared. */
export type TimeBreakdown = (typeof timeBreakdowns)[number];

const timeBreakdownNames = {
  "hour-of-week": "Hour of the week",
  setting: "Care setting",
  channel: "Channel",
  rung: "Rung",
} as const satisfies Record<Exclude<TimeBreakdown, "day">, string>;

/** What times are compared by, in words: the days of a long period by week or month. */
export function timeBreakdownName(by: TimeBreakdown, unit: PeriodUnit): string {
  return by === "day" ? periodUnitNames[unit] : timeBreakdownNames[by];
}

/** Seconds at which the next bar of a distribution begins; the first begins at nought, the last has no end. */
export const distributionEdges = [30, 60, 120, 180, 300, 600, 900, 1_800, 3_600] as const;
