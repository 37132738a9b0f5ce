import { z } from "zod";
import type { Work } from "@/server/db/work";
import { CardHandoverId } from "@/server/vocabulary/ids";
import { roles } from "@/server/vocabulary/permission";

const WaitingCard = z.object({
  handoverId: CardHandoverId,
  fromName: z.string(),
  fromRole: z.enum(roles),
  /** Of the call-out, should it have one: it tells two cards apart, and nobody. */
  callNumber: z.string().nullable(),
  handedAt: z.date(),
  /** The person has opened it before. */
  openedAt: z.date().nullable(),
});
export type WaitingCard = Readonly<z.infer<typeof WaitingCard>>;

/**
 * The cards that the person can open, the newest first; of a card that was handed over again only the last. Without
 * those that were taken back, whose time is over, or whose sender said that it was the wrong child. Says nothing of a child.
 */
export async function waitingCards({ tx, actor, now }: Work): Promise<readonly WaitingCard[]> {
  if (actor.kind !== "person") return [];
  const rows: unknown = await tx.$queryRaw`
    select * from (
      select distinct on (handed.lookup_id) handed.id as "handoverId", person.name as "fromName",
        lookup.role as "fromRole", incident.call_number as "callNumber", handed.handed_at as "handedAt",
        max(addressee.opened_at) over (partition by handed.lookup_id) as "openedAt"
      from card_addressee addressee
        join card_handover handed on handed.id = addressee.handover_id
        join person on person.id = handed.from_person_id
        join lookup on lookup.id = handed.lookup_id
        left join incident on incident.id = lookup.incident_id
      where addressee.person_id = ${actor.personId}::uuid and handed.organisation_id = ${actor.organisationId}::uuid
        and handed.withdrawn_at is null and handed.ends_at > ${now}
        and not exists (select from alert_event wrong
          where wrong.lookup_id = handed.lookup_id and wrong.kind = 'wrong-child')
      order by handed.lookup_id, handed.handed_at desc, handed.id) cards
    order by "handedAt" desc`;
  return z.array(WaitingCard).parse(rows);
}
