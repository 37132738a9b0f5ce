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
