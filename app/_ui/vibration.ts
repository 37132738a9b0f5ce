import type { AnswerKind } from "@/server/vocabulary/answer";

/** What a hand feels, in milliseconds of shaking and rest. Of *none held* nothing: it is no news that presses. */
const patterns = {
  held: [200, 100, 200],
  "could-not-check": [600],
  scanned: [120],
} as const;

export type Vibration = keyof typeof patterns;

/** Shakes the phone, where it can, its person has touched the page and has not asked for less motion. */
export function vibrate(kind: Vibration): void {
  if (!("vibrate" in navigator) || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  // On an untouched page browsers refuse, and complain.
  if ("userActivation" in navigator && !navigator.userActivation.hasBeenActive) return;
  navigator.vibrate([...patterns[kind]]);
}

/** The three answers feel different too. */
export function vibrateFor(answer: AnswerKind): void {
  if (answer !== "none-held") vibrate(answer);
}
