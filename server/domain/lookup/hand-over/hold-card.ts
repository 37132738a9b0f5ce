import { z } from "zod";
import type { Work } from "@/server/db/work";
import { CardHandoverId, LookupId, PersonId } from "@/server/vocabulary/ids";

/** Until the transaction ends nobody else opens this card, and nobody takes it back. */
async function lockHandover({ tx }: Work, handoverId: CardHandoverId): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`card:${handoverId}`}, 0))::text`;
}

/** Whether whoever looked said since that it was the wrong child. */
export async function isRetracted({ tx }: Work, lookupId: LookupId): Promise<boolean> {
  return (await tx.alertEvent.count({ where: { lookupId, kind: "wrong-child" } })) > 0;
}

const Held = z.object({
  handoverId: CardHandoverId,
  lookupId: LookupId,
  fromPersonId: PersonId,
  endsAt: z.date(),
  withdrawnAt: z.date().nullable(),
  people: z.array(z.object({ personId: PersonId, openedAt: z.iso.datetime({ offset: true }).nullable() })),
});
export type HeldCard = Readonly<z.infer<typeof Held>>;

/** A card that was handed over within the person's organisation, locked; undefined where there is none of this id. */
export async function holdCard(work: Work, handoverId: CardHandoverId): Promise<HeldCard | undefined> {
  if (work.actor.kind !== "person") return undefined;
  await lockHandover(work, handoverId);
  const rows: unknown[] = await work.tx.$queryRaw`
    select id as "handoverId", card_handover.lookup_id as "lookupId", from_person_id as "fromPersonId",
      ends_at as "endsAt", withdrawn_at as "withdrawnAt",
      (select json_agg(json_build_object('personId', person_id, 'openedAt', opened_at)) from card_addressee
        where handover_id = card_handover.id) as people
    from card_handover
    where id = ${handoverId}::uuid and organisation_id = ${work.actor.organisationId}::uuid`;
  return Held.optional().parse(rows[0]);
}
