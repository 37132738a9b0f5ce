export const answerKinds = ["held", "none-held", "could-not-check"] as const;

/** The three answers that must never be confused (first promise of the service). */
export type AnswerKind = (typeof answerKinds)[number];
