export const faultCauses = [
  "number",
  "demographics",
  "superseded",
  "dates",
  "clash",
  "missing",
  "between-lists",
  "other",
] as const;
/** Why something in a list needs mending. */
export type FaultCause = (typeof faultCauses)[number];
