import type { Step } from "@/server/domain/chronology/chronology";
import type { ReferralFact } from "@/server/domain/chronology/facts";

/** A referral in the referrer's words, and the decision on it. */
export function referralSteps(referral: ReferralFact): readonly Step[] {
  const { at, reference, personName, organisationName, concern } = referral;
  const made: Step = {
    at,
    text: `Referred by ${personName}, ${organisationName}. Referral ${reference}.`,
    quote: concern,
    mark: "none",
  };
  return [made, decisionStep(referral)];
}

function decisionStep(referral: ReferralFact): Step {
  const { at, reference, decision, decisionNote, decidedAt, decidedBy } = referral;
  if (decision === null || decidedAt === null)
    return { at, text: `Referral ${reference} is not decided yet.`, quote: null, mark: "none" };
  const words = decisions[decision] ?? decision;
  const text = `Decision on referral ${reference} by ${decidedBy ?? "somebody"}: ${words}.`;
  return { at: decidedAt, text, quote: decisionNote, mark: "none" };
}

const decisions: Readonly<Record<string, string>> = {
  "section-47": "section 47 enquiry",
  assessment: "assessment",
  "early-help": "early help",
  "no-further-action": "no further action",
  "already-open": "already open to us",
};
