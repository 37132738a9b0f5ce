import { z } from "zod";
import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { CrewMember } from "@/server/domain/lookup/hand-over/group-crew";
import { isRetracted } from "@/server/domain/lookup/hand-over/hold-card";
import { readReceivers } from "@/server/domain/lookup/hand-over/read-crew";
import { tellCardScreens } from "@/server/domain/push/cards-channel";
import type { PersonActor } from "@/server/vocabulary/actor";
import { handedCardHours, type CardReceiver, type CardToHand } from "@/server/vocabulary/handed-card";
import { CardHandoverId, type LookupId } from "@/server/vocabulary/ids";
import { incidentHours } from "@/server/vocabulary/incident";
import { cardKey } from "@/server/vocabulary/job";
import { Refusal } from "@/server/vocabulary/refusal";

export interface HandedOver {
  readonly handoverId: CardHandoverId;
  readonly people: number;
  /** How many of them have a phone that is told. */
  readonly withPhone: number;
}

/**
 * Hands the card of an own look to a crew of the same organisation: to everybody who is on a call sign at this moment, or
 * to one person. Their phones are told in the same transaction, by a job, that a card is waiting and nothing else. The
 * same request again hands it over once. Refuses: not found (no card of the person's own), conflict (its call is over, or
 * it was the wrong child), invalid (nobody of that kind is at work).
 */
export async function handCard(work: Work, { requestId, lookupId, to }: CardToHand): Promise<HandedOver> {
  const { actor, now } = work;
  if (actor.kind !== "person") throw new Refusal("not-permitted", "Only a person can hand a card over.");
  const before = await findRequest(work, actor, requestId);
  if (before) return before;

  const card = await findOwnCard(work, actor, lookupId);
  const receivers = await readReceivers(work, to);
  if (receivers.length === 0) throw new Refusal("invalid", nobodyThere(to));

  const endsAt = new Date(
    Math.min(hoursAfter(now, handedCardHours), hoursAfter(card.openedAt, incidentHours)),
  );
  const handoverId = await writeHandover(work, { requestId, lookupId, actor, to, endsAt });
  if (handoverId === undefined) throw new Refusal("conflict", "It was handed over already. Look below.");
  await writeAddressees(work, handoverId, receivers);

  const withPhone = receivers.filter(({ phones }) => phones > 0).length;
  const job = { kind: "tell-card", handoverId } as const;
  if (withPhone > 0) await queueJob(work, { job, dueAt: now, uniqueKey: cardKey(handoverId) });
  await tellCardScreens(work, handoverId);
  await recordAudit(work, {
    action: "card:hand-over",
    outcome: "done",
    detail: `to ${String(receivers.length)}, by ${"callSign" in to ? "call sign" : "name"}`,
    nhsNumber: card.nhsNumber,
    concerns: lookupId,
  });
  return { handoverId, people: receivers.length, withPhone };
}

function hoursAfter(instant: Date, hours: number): number {
  return instant.getTime() + hours * 3_600_000;
}

function nobodyThere(to: CardReceiver): string {
  return "callSign" in to
    ? `Nobody is signed in on ${to.callSign}. Ring or radio them, or choose a person.`
    : "They are not signed in to Lantern any more. Ring or radio them.";
}

async function findRequest(
  { tx }: Work,
  { personId }: PersonActor,
  requestId: string,
): Promise<HandedOver | undefined> {
  const found = await tx.cardHandover.findUnique({
    where: { fromPersonId_requestId: { fromPersonId: personId, requestId } },
    select: { id: true, addressees: { select: { phones: true } } },
  });
  if (found === null) return undefined;
  return {
    handoverId: CardHandoverId.parse(found.id),
    people: found.addressees.length,
    withPhone: found.addressees.filter(({ phones }) => phones > 0).length,
  };
}

/** The call to which the card belongs has to be going on: then the crew's look joins the same alert. */
async function findOwnCard(work: Work, { personId }: PersonActor, lookupId: LookupId) {
  const found = await work.tx.lookup.findFirst({
    where: { id: lookupId, personId, mode: "unscheduled" },
    select: { nhsNumber: true, incident: { select: { openedAt: true } } },
  });
  if (found === null) throw new Refusal("not-found", "There is no such card of yours.");

  const { nhsNumber, incident } = found;
  if (incident === null || hoursAfter(incident.openedAt, incidentHours) <= work.now.getTime())
    throw new Refusal(
      "conflict",
      "The call of this card is over. Check the number again, then hand that over.",
    );
  if (await isRetracted(work, lookupId))
    throw new Refusal(
      "conflict",
      "You said that it was the wrong child. Check the right number, then hand that over.",
    );
  return { nhsNumber, openedAt: incident.openedAt };
}

interface NewHandover extends Pick<CardToHand, "requestId" | "lookupId" | "to"> {
  readonly actor: PersonActor;
  readonly endsAt: Date;
}

/** Undefined where the same request was committed in the meantime by a second tap. */
async function writeHandover(
  { tx, now }: Work,
  { requestId, lookupId, actor, to, endsAt }: NewHandover,
): Promise<CardHandoverId | undefined> {
  const callSign = "callSign" in to ? to.callSign : null;
  const rows: unknown = await tx.$queryRaw`
    insert into card_handover (request_id, lookup_id, organisation_id, from_person_id, call_sign, handed_at, ends_at)
    values (${requestId}::uuid, ${lookupId}::uuid, ${actor.organisationId}::uuid, ${actor.personId}::uuid, ${callSign},
      ${now}, ${endsAt})
    on conflict (from_person_id, request_id) do nothing
    returning id`;
  return z.array(z.object({ id: CardHandoverId })).parse(rows)[0]?.id;
}

/** A statement of its own: the policy sees a handover only after the statement that added it. */
async function writeAddressees(
  { tx }: Work,
  handoverId: CardHandoverId,
  receivers: readonly CrewMember[],
): Promise<void> {
  await tx.cardAddressee.createMany({
    data: receivers.map(({ personId, phones }) => ({ handoverId, personId, phones })),
  });
}
