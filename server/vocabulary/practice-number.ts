/**
 * Numbers that begin so are kept for practice: within the range of test numbers, which no person has, a part that no
 * list of ours uses.
 */
const reserved = "9999900";

/** Whether this number is kept for practice. Nobody is ever looked up under it. */
export function isPracticeNumber(nhsNumber: string): boolean {
  return nhsNumber.startsWith(reserved);
}

/** What is said to somebody who asks about a practice number outside practice. */
export const practiceNumberRefused =
  "This is a practice number, and nobody has it. Nobody was checked and nobody was told. Enter the number of the child in front of you.";
