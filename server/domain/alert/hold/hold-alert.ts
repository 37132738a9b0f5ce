import type { Work } from "@/server/db/work";
import { progressOf, type AlertProgress } from "@/server/domain/alert/alert-progress";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import type { PersonActor } from "@/server/vocabulary/actor";
import type { AlertId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface HeldAlert {
  readonly actor: PersonActor;
  readonly events: readonly AlertEvent[];
  readonly progress: AlertProgress;
}

/**
 * One of the person's authorities' alerts with all that happened to it; until the transaction ends nobody else decides
 * about it. Refuses: not permitted (no person), not found (not one of the person's authorities').
 */
export async function holdAlert(work: Work, alertId: AlertId): Promise<HeldAlert> {
  const { actor, tx } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can do this.");

  await lockAlert(work, alertId);
  const inScope = { id: alertId, authorityId: { in: [...actor.authorityIds] } };
  if ((await tx.alert.count({ where: inScope })) === 0)
    throw new Refusal("not-found", "There is no such alert among those of your authorities.");

  const events = await readAlertEvents(work, [alertId]);
  return { actor, events, progress: progressOf(events) };
}

/** Refuses what only the one who has the alert may do; says who has it. */
export function assertHolder({ actor, progress }: HeldAlert): void {
  if (progress.stage !== "taken") {
    const why = progress.stage === "closed" ? "It is closed. Open it again first." : "Take it first.";
    throw new Refusal("conflict", why);
  }
  if (progress.holderId !== actor.personId)
    throw new Refusal("conflict", `${progress.takenBy ?? "Somebody else"} has it. Take it over first.`);
}
