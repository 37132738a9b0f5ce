import { answerKinds } from "@/server/vocabulary/answer";
import type { Measure } from "@/server/vocabulary/measure";
import type { PastAlert, PastLookup } from "@/test/support/make-past";

export interface Told {
  readonly lookups: readonly PastLookup[];
  readonly alerts: readonly PastAlert[];
}

/** The figures once more, from what a test remembers of the past. */
export function figuresOf({ lookups, alerts }: Told): Record<Measure, unknown> {
  const [held, noneHeld, couldNotCheck] = answerKinds.map(
    (kind) => lookups.filter(({ answer }) => answer === kind).length,
  );
  const waits = alerts
    .flatMap(({ raisedAt, takenAt }) =>
      takenAt ? [Math.floor((takenAt.getTime() - raisedAt.getTime()) / 1_000)] : [],
    )
    .sort((a, b) => a - b);
  return {
    lookups: lookups.length,
    held: held ?? 0,
    "none-held": noneHeld ?? 0,
    "could-not-check": couldNotCheck ?? 0,
    raised: alerts.length,
    taken: waits.length,
    unreached: alerts.filter(({ isUnreached }) => isUnreached).length,
    "median-wait": percentile(waits, 0.5),
    "long-wait": percentile(waits, 0.9),
  };
}

/** The smallest that at least this share do not exceed. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null;
}
