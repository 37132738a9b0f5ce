import { z } from "zod";
import type { Work } from "@/server/db/work";
import { countsOfFeed } from "@/server/domain/register/delivery/counts-of-feed";
import { FeedCounts } from "@/server/domain/register/feed-counts";
import { pieceBytes } from "@/server/domain/register/feed-file/feed-source";
import { feedWays } from "@/server/vocabulary/feed-answer";
import { feedStates } from "@/server/vocabulary/feed-state";
import { OrganisationId, PersonId, type FeedId } from "@/server/vocabulary/ids";

const Delivery = z.object({
  authorityId: OrganisationId,
  kind: z.enum(["list", "plan"]),
  /** Null for a plan. */
  sequence: z.number().nullable(),
  receivedAt: z.date(),
  receivedBy: z.enum(feedWays),
  /** Who sent it, where a person did. */
  personId: PersonId.nullable(),
  state: z.enum(feedStates),
  /** The version of the register on which a named person has confirmed the effect. */
  confirmedVersion: z.number().nullable(),
  confirmedById: PersonId.nullable(),
  /** The figures that were shown last. */
  seenCounts: FeedCounts,
});
/** What came, and how far it is. */
export type Delivery = Readonly<z.infer<typeof Delivery>>;

/** A delivery for the worker that takes it in; undefined if there is none of this id. */
export async function readDelivery({ tx }: Work, feedId: FeedId): Promise<Delivery | undefined> {
  const rows: unknown[] = await tx.$queryRaw`
    select authority_id as "authorityId", kind, sequence, received_at as "receivedAt", received_by as "receivedBy",
      person_id as "personId", state, confirmed_version as "confirmedVersion", confirmed_by_id as "confirmedById",
      ${countsOfFeed} as "seenCounts"
    from feed where id = ${feedId}::uuid for update`;
  return rows.length === 0 ? undefined : Delivery.parse(rows[0]);
}

const Piece = z.object({ piece: z.instanceof(Uint8Array) });

/** The piece of a delivery's bytes that begins there; empty at the end. */
export async function readPiece({ tx }: Work, feedId: FeedId, from: number): Promise<Uint8Array> {
  const rows: unknown[] = await tx.$queryRaw`
    select substring(bytes from ${from + 1}::int for ${pieceBytes}::int) as piece from feed_content
    where feed_id = ${feedId}::uuid`;
  return rows.length === 0 ? new Uint8Array() : Piece.parse(rows[0]).piece;
}
