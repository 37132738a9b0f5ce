import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { addAlertEvents } from "@/server/domain/timeline/add-alert-events";
import { lockAlert } from "@/server/domain/timeline/lock-alert";
import { readAlertEvents } from "@/server/domain/timeline/read-alert-events";
import type { AlertId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

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
  const { actor, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can take an alert.");

  await lockAlert(work, alertId);
  await findInScope(work, alertId, actor.authorityIds);
  const taken = (await readAlertEvents(work, [alertId])).find(({ kind }) => kind === "acknowledged");
  const outcome: Acknowledged =
    taken === undefined
      ? { kind: "taken", at: now }
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

async function findInScope({ tx }: Work, alertId: AlertId, authorityIds: readonly string[]): Promise<void> {
  const alert = await tx.alert.findFirst({
    where: { id: alertId, authorityId: { in: [...authorityIds] } },
    select: { id: true },
  });
  if (alert === null)
    throw new Refusal("not-found", "There is no such alert among those of your authorities.");
}
