import { z } from "zod";

/** Whether an alert would come to a person's notice: surely, perhaps, not at all. */
export const reachLevels = ["reachable", "doubtful", "unreachable"] as const;
export type ReachLevel = (typeof reachLevels)[number];

export const reachLevelWords = {
  reachable: "Can be reached",
  doubtful: "Doubtful",
  unreachable: "Cannot be reached",
} as const satisfies Record<ReachLevel, string>;

/** How a phone found that it shows nothing any more. */
export const losses = ["permission", "subscription"] as const;
export type Loss = (typeof losses)[number];

/** Why somebody cannot surely be reached, in the order of what is to be done first; see reach-in-words.ts. */
export const reachReasonKinds = [
  "no-phone",
  "phone-gone",
  "permission-lost",
  "subscription-lost",
  "not-shown",
  "never-proven",
  "proven-long-ago",
  "not-opened",
  "only-text",
  "only-email",
  "text-failed",
  "email-failed",
  "no-fallback",
] as const;
export type ReachReasonKind = (typeof reachReasonKinds)[number];

export const ReachReason = z.object({
  kind: z.enum(reachReasonKinds),
  /** When that was, or since when it is so. */
  at: z.coerce.date().optional(),
});
export type ReachReason = Readonly<z.infer<typeof ReachReason>>;

/** Why a rota was looked at: in the evening, before somebody begins or ends, or because a manager asked. */
export const reachCheckReasons = ["evening", "shift", "asked"] as const;
export type ReachCheckReason = (typeof reachCheckReasons)[number];
