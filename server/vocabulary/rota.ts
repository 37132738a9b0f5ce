/** How a rota is changed for a while; see ShiftChange in the schema. */
export const changeKinds = ["swap", "takeover", "absence"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a weekly pattern does on bank holidays of England. */
export const bankHolidayRules = ["works", "off", "only"] as const;
export type BankHolidayRule = (typeof bankHolidayRules)[number];

/** When a team is told of an authority's alerts. */
export const covers = ["always", "office", "emergency"] as const;
export type Cover = (typeof covers)[number];

/** Rungs that a ladder may have. */
export const mostRungs = 9;

const ordinals = ["first", "second", "third"];

/** "first", "second", "4th": in which place a rung is on call. */
export function rungInWords(rung: number): string {
  return ordinals[rung - 1] ?? `${String(rung)}th`;
}
