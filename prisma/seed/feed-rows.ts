import { createHash } from "node:crypto";
import { openFaultCount, openUnmatchedCount, sequencesWithPast } from "@/prisma/seed/past/quality-rows";
import type { Invention } from "@/prisma/seed/invention";
import type { Authority } from "@/prisma/seed/organisation-rows";
import type { Row, TableRows } from "@/prisma/seed/owner-database";
import { dayMilliseconds } from "@/prisma/seed/rota-rows";

/** Authorities whose list is late on purpose, so that freshness is seen: by code, how many days old it is. */
export const lateLists: ReadonlyMap<string, number> = new Map([
  ["E06000046", 5],
  ["E09000012", 9],
]);

export interface Feeds {
  /** Which feed brought an authority's plans, by the authority's id. */
  readonly feedOf: ReadonlyMap<string, string>;
  /** The newest feed of each authority, by the authority's id. */
  readonly newestOf: ReadonlyMap<string, string>;
  readonly tables: readonly TableRows[];
}

/** The list that each authority sent 60 days ago, and the newest, in which nothing had changed. */
export function makeFeeds(invention: Invention, to: FeedsToMake): Feeds {
  const lists = to.authorities.map((authority, place) => {
    const daysOld = lateLists.get(authority.code) ?? (1 + (place % 20)) / 24;
    return {
      authority,
      first: invention.id(),
      newest: invention.id(),
      receivedAt: daysBefore(to.now, daysOld),
    };
  });
  const firstAt = daysBefore(to.now, 60);

  return {
    feedOf: new Map(lists.map(({ authority, first }) => [authority.id, first])),
    newestOf: new Map(lists.map(({ authority, newest }) => [authority.id, newest])),
    tables: [
      [
        "feed",
        lists.flatMap(({ authority, first, newest, receivedAt }) => {
          const plans = to.plansOf.get(authority.id) ?? 0;
          const sequences = sequencesOf(to, authority);
          const past =
            to.withPast === authority.code
              ? { rejected: openFaultCount(), unmatched: openUnmatchedCount() }
              : {};
          return [
            feedRow({ id: first, authority, sequence: sequences.first, receivedAt: firstAt, plans }),
            feedRow({ id: newest, authority, sequence: sequences.newest, receivedAt, plans, ...past }),
          ];
        }),
      ],
      [
        "register_state",
        lists.map(({ authority, receivedAt }) => {
          const { newest: last_sequence } = sequencesOf(to, authority);
          return { authority_id: authority.id, last_sequence, last_received_at: receivedAt };
        }),
      ],
    ],
  };
}

interface FeedsToMake {
  readonly authorities: readonly Authority[];
  readonly plansOf: ReadonlyMap<string, number>;
  readonly now: Date;
  /** The code of an authority of whose lists there is a longer past. */
  readonly withPast?: string;
}

function sequencesOf({ withPast }: FeedsToMake, { code }: Authority) {
  return withPast === code ? sequencesWithPast : { first: 1, newest: 2 };
}

interface FeedToMake {
  readonly id: string;
  readonly authority: Authority;
  readonly sequence: number;
  readonly receivedAt: Date;
  readonly plans: number;
  /** Rows that could not be loaded. */
  readonly rejected?: number;
  /** Those of them whose person demographics does not know. */
  readonly unmatched?: number;
}

/** A list that was applied when it came; all rows of the table are given the same columns. */
function feedRow(feed: FeedToMake): Row {
  const { id, authority, sequence, receivedAt, plans, rejected = 0, unmatched = 0 } = feed;
  const isFirst = sequence === 1 || sequence === sequencesWithPast.first;
  return {
    id,
    authority_id: authority.id,
    sequence,
    digest: createHash("sha256")
      .update(`${authority.code}_${String(sequence)}.csv`)
      .digest("hex"),
    received_at: receivedAt,
    received_by: "door",
    person_id: null,
    file_answer: rejected === 0 ? "CPF02" : "CPF03",
    row_count: plans + rejected,
    rows_read: plans + rejected,
    loaded_count: plans,
    rejected_count: rejected,
    new_count: isFirst ? plans : 0,
    changed_count: 0,
    ended_count: 0,
    deleted_count: 0,
    unchanged_count: isFirst ? 0 : plans,
    missing_count: 0,
    gap_count: 0,
    unmatched_count: unmatched,
    applied_at: receivedAt,
  };
}

function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * dayMilliseconds);
}
