import type { Work } from "@/server/db/work";
import type { CardHandoverId } from "@/server/vocabulary/ids";

/** The channel on which screens hear of cards that were handed over; the payload is the id of whom it concerns. */
export const cardsChannel = "lantern_cards";

/** Lets the screens of whoever handed the card over, and of those who have it or wait for it, know at commit. */
export async function tellCardScreens({ tx }: Work, handoverId: CardHandoverId): Promise<void> {
  await tx.$queryRaw`
    select pg_notify(${cardsChannel}, concerned.id::text)::text from (
      select from_person_id as id from card_handover where id = ${handoverId}::uuid
      union select person_id from card_addressee where handover_id = ${handoverId}::uuid) concerned`;
}
