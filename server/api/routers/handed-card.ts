import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { watchChanges } from "@/server/api/watch-changes";
import { chooseCallSign } from "@/server/domain/access/choose-call-sign";
import { readCallSign } from "@/server/domain/access/read-call-sign";
import { findCrew } from "@/server/domain/lookup/hand-over/find-crew";
import { handCard } from "@/server/domain/lookup/hand-over/hand-card";
import { openHandedCard } from "@/server/domain/lookup/hand-over/open-handed-card";
import { readHandedCards } from "@/server/domain/lookup/hand-over/read-handed-cards";
import { waitingCards } from "@/server/domain/lookup/hand-over/waiting-cards";
import { withdrawCard } from "@/server/domain/lookup/hand-over/withdraw-card";
import { cardsChannel } from "@/server/domain/push/cards-channel";
import { CallSign } from "@/server/vocabulary/call-sign";
import { CardToHand, CrewSearch } from "@/server/vocabulary/handed-card";
import { CardHandoverId, LookupId, RequestId } from "@/server/vocabulary/ids";
import { ResultCard } from "@/server/vocabulary/result-card";

/** Cards that control hands to a crew. */
export const handedCardRouter = router({
  /** On which vehicle the person is. */
  callSign: permitted("card:receive").query(({ ctx }) => ctx.work(readCallSign)),

  chooseCallSign: permitted("card:receive")
    .input(z.object({ callSign: CallSign.nullable() }))
    .mutation(({ ctx, input }) => ctx.work((work) => chooseCallSign(work, input.callSign))),

  /** To whom of the own organisation a card could be handed. */
  findCrew: permitted("card:hand-over")
    .input(CrewSearch)
    .query(({ ctx, input }) => ctx.work((work) => findCrew(work, input.text))),

  hand: permitted("card:hand-over")
    .input(CardToHand)
    .mutation(({ ctx, input }) => ctx.work((work) => handCard(work, input))),

  withdraw: permitted("card:hand-over")
    .input(z.object({ handoverId: CardHandoverId }))
    .mutation(({ ctx, input }) => ctx.work((work) => withdrawCard(work, input.handoverId))),

  /** To whom the card of an own look was handed, and what becomes of it, as it happens. */
  live: permitted("card:hand-over")
    .input(z.object({ lookupId: LookupId }))
    .subscription(({ ctx, input, signal }) =>
      watchChanges(ctx, signal, {
        channel: cardsChannel,
        read: (work) => readHandedCards(work, input.lookupId),
        isConcerned: (personId) => personId === ctx.actor.personId,
      }),
    ),

  /** The cards that the person can open. */
  waiting: permitted("card:receive").query(({ ctx }) => ctx.work(waitingCards)),

  /** Opens one: a look in one's own name. */
  open: permitted("card:receive")
    .input(z.object({ handoverId: CardHandoverId, requestId: RequestId }))
    .output(ResultCard)
    .mutation(({ ctx, input }) =>
      ctx.work((work) => openHandedCard(work, input, { ...ctx.service.configuration, mode: "unscheduled" })),
    ),
});
