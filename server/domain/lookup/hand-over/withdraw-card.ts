import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { holdCard } from "@/server/domain/lookup/hand-over/hold-card";
import { tellCardScreens } from "@/server/domain/push/cards-channel";
import type { CardHandoverId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

/**
 * Takes an own card back from all who have not opened it: it waits for them no longer. Said twice, it is taken back once.
 * Refuses: not found (not handed over by the person), conflict (everybody has opened it).
 */
export async function withdrawCard(work: Work, handoverId: CardHandoverId): Promise<void> {
  const { actor, tx, now } = work;
  const held = await holdCard(work, handoverId);
  if (actor.kind !== "person" || held?.fromPersonId !== actor.personId)
    throw new Refusal("not-found", "You have handed no such card over.");
  if (held.withdrawnAt !== null) return;
  if (held.people.every(({ openedAt }) => openedAt !== null))
    throw new Refusal(
      "conflict",
      "It has been opened already, so it cannot be taken back. Ring or radio them.",
    );

  await tx.cardHandover.updateMany({ where: { id: handoverId }, data: { withdrawnAt: now } });
  await tellCardScreens(work, handoverId);
  await recordAudit(work, {
    action: "card:hand-over",
    outcome: "done",
    detail: "taken back",
    concerns: held.lookupId,
  });
}
