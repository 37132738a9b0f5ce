import type { Invention } from "@/prisma/seed/invention";
import type { Row } from "@/prisma/seed/owner-database";
import type { PastAlert } from "@/prisma/seed/past/alert-rows";
import { dayMilliseconds } from "@/prisma/seed/rota-rows";
import type { AlertOutcome } from "@/server/vocabulary/alert-outcome";

/** The newest alerts are still in hand. */
const openDays = 2;

const outcomes = [
  { value: "sought-help-promptly", weight: 5 },
  { value: "no-concern", weight: 3 },
  { value: "action-taken", weight: 2 },
  { value: "could-not-reach", weight: 1 },
] as const satisfies readonly { readonly value: AlertOutcome; readonly weight: number }[];

/** What came of the alerts of the past: whoever took one has closed it within hours. */
export function makeClosings(invention: Invention, alerts: readonly PastAlert[], now: Date): readonly Row[] {
  const { draw, id } = invention;
  const old = alerts.filter(({ takenAt }) => now.getTime() - takenAt.getTime() > openDays * dayMilliseconds);
  return old.map((alert) => {
    const outcome = draw.helpers.weightedArrayElement(outcomes);
    return {
      id: id(),
      alert_id: alert.id,
      kind: "closed",
      person_id: alert.takenBy.id,
      happened_at: new Date(alert.takenAt.getTime() + draw.number.int({ min: 15, max: 180 }) * 60_000),
      outcome,
      detail: outcome === "action-taken" ? "The family was visited the same day." : null,
    };
  });
}
