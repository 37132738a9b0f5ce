import { createHash } from "node:crypto";
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
    tables: [
      [
        "feed",
        lists.flatMap(({ authority, first, newest, receivedAt }) => {
          const plans = to.plansOf.get(authority.id) ?? 0;
          return [
            feedRow({ id: first, authority, sequence: 1, receivedAt: firstAt, plans }),
            feedRow({ id: newest, authority, sequence: 2, receivedAt, plans }),
          ];
        }),
      ],
      [
        "register_state",
        lists.map(({ authority, receivedAt }) => {
          return { authority_id: authority.id, last_sequence: 2, last_received_at: receivedAt };
        }),
      ],
    ],
  };
}

interface FeedsToMake {
  readonly authorities: readonly Authority[];
  readonly plansOf: ReadonlyMap<string, number>;
  readonly now: Date;
}

interface FeedToMake {
  readonly id: string;
  readonly authority: Authority;
  readonly sequence: number;
  readonly receivedAt: Date;
  readonly plans: number;
}

function feedRow({ id, authority, sequence, receivedAt, plans }: FeedToMake): Row {
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
    file_answer: "CPF02",
    row_count: plans,
    loaded_count: plans,
    rejected_count: 0,
    new_count: sequence === 1 ? plans : 0,
    changed_count: 0,
    ended_count: 0,
    deleted_count: 0,
    unchanged_count: sequence === 1 ? 0 : plans,
    missing_count: 0,
    gap_count: 0,
  };
}

function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * dayMilliseconds);
}
