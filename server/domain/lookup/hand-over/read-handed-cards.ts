import { z } from "zod";
import type { Work } from "@/server/db/work";
import {
  addresseeLine,
  handingLine,
  type Handing,
  type ToneLine,
} from "@/server/domain/lookup/hand-over/handed-in-words";
import { milestonesInWords } from "@/server/domain/push/milestones-in-words";
import { CardHandoverId, type LookupId } from "@/server/vocabulary/ids";

const instant = z.string().transform((text) => new Date(text));

const Notice = z.object({
  queuedAt: instant,
  acceptedAt: instant.nullable(),
  shownAt: instant.nullable(),
  openedAt: instant.nullable(),
  failedAt: instant.nullable(),
  expiredAt: instant.nullable(),
});

const Handover = z.object({
  handoverId: CardHandoverId,
  callSign: z.string().nullable(),
  handedAt: z.date(),
  endsAt: z.date(),
  withdrawnAt: z.date().nullable(),
  people: z.array(
    z.object({
      name: z.string(),
      phones: z.number(),
      openedAt: instant.nullable(),
      notices: z.array(Notice),
    }),
  ),
});

/** A card that was handed over, and how it fared, in words. */
export interface HandedCard extends ToneLine {
  readonly handoverId: CardHandoverId;
  readonly people: readonly string[];
  /** Every notice to a phone, milestone by milestone. */
  readonly attempts: readonly string[];
  /** Somebody has not opened it and still can. */
  readonly canBeTakenBack: boolean;
}

/** To whom the person has handed the card of this own look, the newest first, and what became of it. */
export async function readHandedCards(work: Work, lookupId: LookupId): Promise<readonly HandedCard[]> {
  const { tx, actor, now } = work;
  if (actor.kind !== "person") return [];
  const rows: unknown = await tx.$queryRaw`
    select handed.id as "handoverId", call_sign as "callSign", handed_at as "handedAt", ends_at as "endsAt",
      withdrawn_at as "withdrawnAt", (select json_agg(json_build_object('name', person.name,
          'phones', addressee.phones, 'openedAt', addressee.opened_at,
          'notices', (select coalesce(json_agg(json_build_object('queuedAt', queued_at, 'acceptedAt', accepted_at,
              'shownAt', shown_at, 'openedAt', notice.opened_at, 'failedAt', failed_at, 'expiredAt', expired_at)
              order by notice.id), '[]')
            from notice where card_handover_id = handed.id and notice.person_id = addressee.person_id))
          order by person.name, person.id)
        from card_addressee addressee join person on person.id = addressee.person_id
        where addressee.handover_id = handed.id) as people
    from card_handover handed
    where lookup_id = ${lookupId}::uuid and from_person_id = ${actor.personId}::uuid
    order by handed_at desc, handed.id`;
  return z
    .array(Handover)
    .parse(rows)
    .map((handing) => inWords(handing, now));
}

function inWords(handing: z.infer<typeof Handover>, now: Date): HandedCard {
  const { handoverId, people, withdrawnAt, endsAt } = handing satisfies Handing;
  const isOpen = withdrawnAt === null && endsAt > now;
  return {
    handoverId,
    ...handingLine(handing, now),
    people: people.map((person) => addresseeLine(person, handing)),
    attempts: people.flatMap(({ name, notices }) =>
      notices.map((notice) => `${name}: ${milestonesInWords({ ...notice, lastAnswer: null })}`),
    ),
    canBeTakenBack: isOpen && people.some(({ openedAt }) => openedAt === null),
  };
}
