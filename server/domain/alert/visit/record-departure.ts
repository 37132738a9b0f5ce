import { z } from "zod";
import type { Work } from "@/server/db/work";
import { isWaiting, progressOf } from "@/server/domain/alert/alert-progress";
import { addToVisit, holdVisit, type HeldVisit } from "@/server/domain/alert/visit/hold-visit";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import type { Departure } from "@/server/vocabulary/alert-outcome";
import type { LookupId } from "@/server/vocabulary/ids";

export interface LeavingChild {
  readonly lookupId: LookupId;
  readonly departure: Departure;
  /** The person has read what speaks against it, and records it all the same. */
  readonly despite: boolean;
}

/** What was done. `think-first`: nothing is on record yet, and this speaks against it. */
export const LeavingAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("recorded") }),
  z.object({ kind: z.literal("think-first"), isUntaken: z.boolean(), isUnreviewed: z.boolean() }),
]);
export type LeavingAnswer = z.infer<typeof LeavingAnswer>;

/**
 * Records where the child went. While nobody has taken the alert, or no senior clinician has reviewed, it says so first
 * and records nothing; asked again with `despite`, it records that too. Refuses: not found (not the person's own card).
 */
export async function recordDeparture(
  work: Work,
  { lookupId, departure, despite }: LeavingChild,
): Promise<LeavingAnswer> {
  const visit = await holdVisit(work, lookupId);
  const isUntaken = visit.alerts.some(({ events }) => isWaiting(progressOf(events).stage));
  const isUnreviewed = !isReviewed(visit);
  if ((isUntaken || isUnreviewed) && !despite) return { kind: "think-first", isUntaken, isUnreviewed };

  const against = [
    ...(isUntaken ? ["nobody had taken the alert"] : []),
    ...(isUnreviewed ? ["no senior clinician had reviewed"] : []),
  ];
  await addToVisit(work, visit, {
    kind: "departed",
    outcome: departure,
    ...(against.length > 0 && { note: `Recorded although ${against.join(" and ")}.` }),
  });
  await recordAudit(work, { action: "visit:record", outcome: "done", detail: departure, concerns: lookupId });
  return { kind: "recorded" };
}

function isReviewed({ alerts, lookupId }: HeldVisit): boolean {
  const isReview = (event: AlertEvent) => event.kind === "reviewed" && event.lookupId === lookupId;
  return alerts.every(({ events }) => events.some(isReview));
}
