import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { holdCard, isRetracted, type HeldCard } from "@/server/domain/lookup/hand-over/hold-card";
import { lookUpChild } from "@/server/domain/lookup/look-up-child";
import type { LookupSettings } from "@/server/domain/lookup/lookup-settings";
import { tellCardScreens } from "@/server/domain/push/cards-channel";
import { attendanceReasons } from "@/server/vocabulary/attendance-reason";
import type { CardHandoverId, RequestId } from "@/server/vocabulary/ids";
import { AskedIncident } from "@/server/vocabulary/asked-incident";
import { TypedNhsNumber } from "@/server/vocabulary/lookup-request";
import { Refusal } from "@/server/vocabulary/refusal";
import type { ResultCard } from "@/server/vocabulary/result-card";

export interface Opening {
  readonly handoverId: CardHandoverId;
  /** Made on the phone: the same opening sent again is one look. */
  readonly requestId: RequestId;
}

/**
 * Opens a card that was handed to the person. That is a look of their own at the child, now, for the call of whoever
 * handed it over: the answer is fresh, the card and everything that follows from it are theirs, and an open alert of the
 * call is joined without telling anybody again. Opened again later, it is another look. Refuses: not found (not handed
 * to them, taken back, its time over, or the wrong child), and whatever a look refuses.
 */
export async function openHandedCard(
  work: Work,
  { handoverId, requestId }: Opening,
  settings: LookupSettings,
): Promise<ResultCard> {
  const { actor } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can open a card.");
  const held = await holdCard(work, handoverId);
  if (!held?.people.some(({ personId }) => personId === actor.personId) || !isWaiting(held, work.now))
    throw new Refusal("not-found", "This card is no longer waiting. Ask whoever handed it to you.");
  if (await isRetracted(work, held.lookupId))
    throw new Refusal("not-found", "This card was taken back: it was about the wrong child. Ring control.");

  const question = await readQuestion(work, held);
  const request = { ...question, requestId, numberSource: "system" as const };
  const card = await lookUpChild(work, request, { ...settings, isHandedOn: true });
  await work.tx.$executeRaw`
    update card_addressee set opened_at = coalesce(opened_at, ${work.now}), lookup_id = ${card.lookupId}::uuid
    where handover_id = ${handoverId}::uuid and person_id = ${actor.personId}::uuid`;
  await tellCardScreens(work, handoverId);
  await recordAudit(work, {
    action: "card:receive",
    outcome: "done",
    detail: "opened",
    nhsNumber: card.nhsNumber,
    concerns: held.lookupId,
  });
  return card;
}

function isWaiting({ withdrawnAt, endsAt }: HeldCard, now: Date): boolean {
  return withdrawnAt === null && endsAt > now;
}

const Question = z
  .object({
    nhsNumber: TypedNhsNumber,
    reason: z.enum(attendanceReasons).nullable(),
    incidentId: AskedIncident.shape.incidentId,
  })
  .transform(({ nhsNumber, reason, incidentId }) => ({
    nhsNumber,
    incident: { incidentId },
    ...(reason !== null && { reason }),
  }));

/** What was asked, for the crew to ask the same. Who is to be rung back is the crew's own to say. */
async function readQuestion({ tx }: Work, { lookupId }: HeldCard) {
  const asked = await tx.lookup.findFirst({
    where: { id: lookupId },
    select: { nhsNumber: true, reason: true, incidentId: true },
  });
  return Question.parse(asked);
}
