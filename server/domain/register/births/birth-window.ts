/**
 * The days around the due date on which the end of an unborn child's plan is taken for a birth: from the 23rd week,
 * when a child may live, to four weeks late. The rule is Lantern's own; better asked once too often than a child
 * without a flag.
 */
export const birthWindow = { daysBeforeDue: 17 * 7, daysAfterDue: 28 } as const;
