import type { Outcome } from "./read-outcome";

/** How long a question may wait for a signal. After that the child is not where it was, or the crew has rung. */
export const waitsAtMostMs = 30 * 60_000;

export type QuestionState =
  /** Being asked by a page that is open; where that page is gone, it waits. */
  | "under-way"
  | "waiting"
  /** The control room has it; it is not asked again. */
  | "handed"
  /** The answer is there and has not been opened. */
  | "answered";

interface Standing {
  readonly state: QuestionState;
  readonly ageMs: number;
  /** It was kept in the session that is signed in now. */
  readonly isOfThisSession: boolean;
  /** The service said "too often": not before this age. */
  readonly notBeforeMs: number;
}

export type Fate = "ask" | "keep" | "drop-as-old" | "drop-as-unread" | "drop-quietly";

/** What becomes of something that the phone keeps. Pure. */
export function fateOf({ state, ageMs, isOfThisSession, notBeforeMs }: Standing): Fate {
  if (!isOfThisSession) return "drop-quietly";
  if (ageMs >= waitsAtMostMs) return old[state];
  if (state === "handed" || state === "answered") return "keep";
  return ageMs >= notBeforeMs ? "ask" : "keep";
}

const old = {
  "under-way": "drop-as-old",
  waiting: "drop-as-old",
  handed: "drop-quietly",
  answered: "drop-as-unread",
} as const satisfies Record<QuestionState, Fate>;

export type Next =
  | { readonly kind: "keep-answer"; readonly lookupId: string }
  | { readonly kind: "wait"; readonly notBeforeMs: number }
  | { readonly kind: "drop"; readonly message: string }
  | { readonly kind: "forget-session" };

/** What follows from how a question that waited was answered. Refusals are read by a person, never asked again. Pure. */
export function nextAfter(outcome: Outcome, ageMs: number): Next {
  switch (outcome.kind) {
    case "answered":
      return { kind: "keep-answer", lookupId: outcome.lookupId };
    case "signed-out":
      return { kind: "forget-session" };
    case "refused":
      return { kind: "drop", message: outcome.message };
    case "too-often":
      return { kind: "wait", notBeforeMs: ageMs + outcome.waitSeconds * 1_000 };
    case "unreachable":
      return { kind: "wait", notBeforeMs: 0 };
  }
}
