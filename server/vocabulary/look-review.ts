import { z } from "zod";
import { LookReviewId, LookupId } from "@/server/vocabulary/ids";

export const reviewDecisions = ["proportionate", "asked", "not-proportionate"] as const;
/** What a privacy officer says of a look. What was asked about stays on the list until it is decided. */
export type ReviewDecision = (typeof reviewDecisions)[number];

export const reviewDecisionWords = {
  proportionate: "Proportionate",
  asked: "Ask why",
  "not-proportionate": "Not proportionate",
} as const satisfies Record<ReviewDecision, string>;

const Words = z
  .string()
  .trim()
  .min(1, "Write a line: a decision without a reason helps nobody later.")
  .max(1_000, "At most 1,000 characters.");

export const DecideOnLook = z.object({
  lookupId: LookupId,
  decision: z.enum(reviewDecisions),
  note: Words,
});
export type DecideOnLook = z.infer<typeof DecideOnLook>;

export const AnswerWhy = z.object({ reviewId: LookReviewId, answer: Words });
export type AnswerWhy = z.infer<typeof AnswerWhy>;
