export const fileAnswers = ["CPF01", "CPF02", "CPF03", "CPF04", "CPF05", "CPF06"] as const;

/** National answers to a whole file, code system CP-IS upload file response. */
export type FileAnswer = (typeof fileAnswers)[number];

export const fileAnswerWords = {
  CPF01: "The file could not be read",
  CPF02: "Every row was loaded",
  CPF03: "The good rows were loaded, the others were not",
  CPF04: "No row was loaded",
  CPF05: "Demographics could not be asked: the file waits",
  CPF06: "This version of the format is not supported",
} as const satisfies Record<FileAnswer, string>;

export const rowAnswers = [
  "CPR01", // the NHS number was not found in demographics
  "CPR02", // a sensitive record, which may not be shared
  "CPR03", // names or date of birth do not match the NHS number
  "CPR04", // not a valid NHS number
  "CPR05", // the NHS number has been replaced by another
  "CPR06", // loaded
  "CPR07", // not loaded, for the reason given
] as const;

/** National answers to one row, code system CP-IS upload record response. */
export type RowAnswer = (typeof rowAnswers)[number];

/** What is wrong with a row that was given this answer, for those who do not know the codes. */
export const rowAnswerWords = {
  CPR01: "Demographics does not know the number",
  CPR02: "The record is restricted",
  CPR03: "Names or date of birth do not match the number",
  CPR04: "Not a valid NHS number",
  CPR05: "The number has been replaced by another",
  CPR06: "Loaded",
  CPR07: "Not loaded, or missing from the list",
} as const satisfies Record<RowAnswer, string>;

/** So many rows of a list, in percent, should agree with demographics at the least. */
export const matchTargetPercent = 95;

export const feedWays = ["page", "door", "folder"] as const;
/** By which way a list came. */
export type FeedWay = (typeof feedWays)[number];

/** The largest list that is taken in one piece: about forty times the largest authority's. */
export const largestFeedBytes = 20 * 1024 * 1024;
export const largestFeedWords = "20 MB";
