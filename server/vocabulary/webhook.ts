import type { AlertEventKind } from "@/server/vocabulary/alert-event";

/**
 * How an address of an authority's case system stands. `requested`: it has not answered a test yet, and is told nothing.
 * `error`: it has not taken the last deliveries, which are kept and tried again. `off`: it is told nothing any more.
 */
export const webhookStates = ["requested", "active", "error", "off"] as const;
export type WebhookState = (typeof webhookStates)[number];

/** What happens to an alert that its authority's case system is told of; the database has them in a trigger. */
export const toldEventKinds = [
  "raised",
  "viewed-again",
  "new-setting",
  "missed-again",
  "worried",
  "unreached",
  "acknowledged",
  "accepted",
  "promised",
  "closed",
  "reopened",
  "child-seen",
  "not-there",
  "wrong-child",
  "born",
  "reviewed",
  "departed",
  "summary",
  "referred",
  "decided",
] as const satisfies readonly AlertEventKind[];
export type ToldEventKind = (typeof toldEventKinds)[number];

/** What became of one delivery. Reasons are ours, in plain words: nothing of them was written by the other side. */
export type WebhookAnswer =
  | { readonly kind: "taken" }
  /** 410: the system says that it does not want to be told any more. */
  | { readonly kind: "gone"; readonly reason: string }
  | {
      readonly kind: "failed";
      readonly reason: string;
      /** What the system asked for, if it did. */
      readonly retryAfterSeconds?: number;
      /** It did not answer at all. */
      readonly isSilent: boolean;
    };

/** For how many days deliveries may be signed with the old secret too. */
export const secretOverlaps: readonly number[] = [7, 1, 0];
