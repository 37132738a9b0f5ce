/** A call-out is not longer than a shift: what is asked later begins another. */
export const incidentHours = 12;

/** More than that in one place is a typing slip. */
export const mostUnidentified = 20;

export const ageGuesses = ["baby", "under-5", "5-to-11", "12-to-17", "different", "unknown"] as const;
export type AgeGuess = (typeof ageGuesses)[number];

/** How old children look whom nobody can identify. */
export const ageGuessWords = {
  baby: "a baby",
  "under-5": "under 5",
  "5-to-11": "5 to 11",
  "12-to-17": "12 to 17",
  different: "different ages",
  unknown: "age not known",
} as const satisfies Record<AgeGuess, string>;

/** How many nobody could identify, in words that both sides read. */
export function unidentifiedInWords(count: number, ageGuess: AgeGuess): string {
  if (count === 0) return "No child is left who could not be identified";
  const children = count === 1 ? "1 more child" : `${String(count)} more children`;
  return `${children} not identified (${ageGuessWords[ageGuess]})`;
}

/** The number of a call-out as it is kept, however it was typed. */
export function tidyCallNumber(typed: string): string {
  return typed.toUpperCase().replaceAll(/\s/g, "");
}

/** As the control room gives it out: not a name, which has no digit, and not an NHS number. */
export function isCallNumber(text: string): boolean {
  return /^(?=.*\d)[A-Z0-9-]{2,12}$/.test(text) && !/^\d{10}$/.test(text);
}

export const noCallNumber =
  "Enter the number of the call-out: 2 to 12 characters with a digit among them, and no NHS number.";
