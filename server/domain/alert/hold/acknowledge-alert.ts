import { z } from "zod";
import type { Work } from "@/server/db/work";
import { holdAlert } from "@/server/domain/alert/hold/hold-alert";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";

/** Who has the alert now. Both are expected outcomes, not errors. */
export const Acknowledged = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("taken"), at: z.date() }),
  z.object({ kind: z.literal("already-taken"), by: z.string(), at: z.date(), isOwn: z.boolean() }),
]);
export type Acknowledged = z.infer<typeof Acknowledged>;

/**
 * The person says "I'm taking this". The first wins and the ladder stops; whoever comes second is told who did.
 * Refuses: not found (not one of the person's authorities' alerts).
 */
export async function acknowledgeAlert(work: Work, alertId: AlertId): Promise<Acknowledged> {
  const { actor, events } = await holdAlert(work, alertId);
  const taken = events.find(({ kind }) => kind === "acknowledged");
  const outcome: Acknowledged =
    taken === undefined
      ? { kind: "taken", at: work.now }
      : {
          kind: "already-taken",
          by: taken.personName ?? "somebody",
          at: taken.happenedAt,
          isOwn: taken.personId === actor.personId,
        };

  if (outcome.kind === "taken") {
    await addAlertEvents(work, alertId, [{ kind: "acknowledged", personId: actor.personId }]);
  }
  await recordAudit(work, {
    action: "alert:acknowledge",
    outcome: "done",
    detail: outcome.kind,
    concerns: alertId,
  });
  return outcome;
}
