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

/** Each cause in plain words, and what mends it. */
export const faultCauseWords = {
  number: {
    title: "NHS number not valid",
    fix: "Trace the person and enter the ten digits again, in a column that is formatted as text.",
  },
  demographics: {
    title: "Does not agree with demographics",
    fix: "Check the number, the names and the date of birth against demographics, and correct what is wrong.",
  },
  superseded: {
    title: "NHS number replaced by another",
    fix: "Write the new number in your system. Until then the plan is found under both.",
  },
  dates: { title: "Dates that cannot be", fix: "Correct the date in your system." },
  clash: {
    title: "Rows that contradict each other",
    fix: "Keep the row that is right, and take the other out.",
  },
  missing: {
    title: "In the register, but missing from your list",
    fix: "Put the plan back into the list, or end or keep it on the page of the list.",
  },
  "between-lists": {
    title: "Changed in Lantern, and your list says otherwise",
    fix: "Correct the row in your system, or tell the plan again.",
  },
  other: { title: "Other", fix: "Correct the row in your system." },
} as const satisfies Record<FaultCause, { readonly title: string; readonly fix: string }>;
