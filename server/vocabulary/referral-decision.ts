export const referralDecisions = [
  "section-47",
  "assessment",
  "early-help",
  "already-open",
  "no-further-action",
] as const;

/** What an authority decides on a referral within one working day. */
export type ReferralDecision = (typeof referralDecisions)[number];

export const referralDecisionWords = {
  "section-47": "Child protection enquiry (section 47)",
  assessment: "Assessment by a social worker",
  "early-help": "Early help",
  "already-open": "Passed to the social worker who knows the family",
  "no-further-action": "No further action",
} as const satisfies Record<ReferralDecision, string>;
