import type { ActivityRead } from "@/server/domain/insight/read-activity";
import type { AnswerKind } from "@/server/vocabulary/answer";
import { couldNotCheckCause, type CouldNotCheckCause } from "@/server/vocabulary/could-not-check-cause";

/** Lookups with each answer. */
export function answersOf({ kinds }: Pick<ActivityRead, "kinds">): Readonly<Record<AnswerKind, number>> {
  const sums = { held: 0, "none-held": 0, "could-not-check": 0 };
  for (const { answer, lookups } of kinds) sums[answer] += lookups;
  return sums;
}

/** Lookups that could not be checked, by cause; every cause is there. */
export function causesOf({
  kinds,
}: Pick<ActivityRead, "kinds">): Readonly<Record<CouldNotCheckCause, number>> {
  const sums = { database: 0, answered: 0, other: 0 };
  for (const { answer, cause, lookups } of kinds) {
    if (answer === "could-not-check") sums[couldNotCheckCause(cause ?? "")] += lookups;
  }
  return sums;
}

/** Of those that were answered the share that was held, as "12.3 %": rounded down; a dash where none was answered. */
export function heldShare({ held, noneHeld }: { readonly held: number; readonly noneHeld: number }): string {
  const answered = held + noneHeld;
  if (answered === 0) return "–";
  return `${(Math.floor((held * 1_000) / answered) / 10).toFixed(1)} %`;
}
