import { createHash } from "node:crypto";
import type { Invention } from "@/prisma/seed/invention";
import type { Authority } from "@/prisma/seed/organisation-rows";
import type { Row, TableRows } from "@/prisma/seed/owner-database";
import { countUnmatched } from "@/server/domain/register/quality/count-unmatched";
import type { FaultCause } from "@/server/vocabulary/fault-cause";

export interface QualityPast {
  /** The lists before the two that every authority has. */
  readonly feeds: readonly Row[];
  /** What was wrong in them, and in the newest. */
  readonly tables: readonly TableRows[];
}

interface PastToMake {
  readonly authority: Authority;
  readonly newestFeedId: string;
  readonly plans: number;
  readonly now: Date;
}

const weekMilliseconds = 7 * 86_400_000;
const lists = 43;
/** The list that brought the demo's plans came 60 days ago, between these two. */
const beforeFirst = 36;
/** The numbers of the two lists that every authority has, where this past comes before and between them. */
export const sequencesWithPast = { first: beforeFirst + 1, newest: lists + 2 } as const;

/** A year of weekly lists of one authority that gets better: ever fewer rows are wrong, and what is wrong is mended sooner. */
export function makeQualityPast(invention: Invention, past: PastToMake): QualityPast {
  const { authority, newestFeedId, plans, now } = past;
  const feeds = Array.from({ length: lists }, (_, place) => {
    const rejected = Math.round(9 * (1 - place / lists)) + (place % 3);
    return {
      id: invention.id(),
      place,
      rejected,
      receivedAt: new Date(now.getTime() - (lists + 1 - place) * weekMilliseconds),
    };
  });
  const faults = feeds.flatMap((feed, place) => {
    const lasts = Math.max(1, Math.round(5 * (1 - place / lists)));
    const fixed = feeds[place + lasts];
    return fixed === undefined ? [] : [faultRow(invention, { authority, feed, fixed, last: feed.id })];
  });
  const last = feeds.at(-1);
  const open = last === undefined ? [] : openFaults.map((fault) => ({ ...fault, feed: last }));

  return {
    feeds: feeds.map((feed) => pastFeedRow(authority, feed, plans)),
    tables: [
      ["row_problem", openFaults.map((fault) => problemRow(invention, past, fault))],
      [
        "data_fault",
        [...faults, ...open.map((fault) => faultRow(invention, { authority, last: newestFeedId, ...fault }))],
      ],
    ],
  };
}

interface PastFeed {
  readonly id: string;
  readonly place: number;
  readonly rejected: number;
  readonly receivedAt: Date;
}

function pastFeedRow(
  authority: Authority,
  { id, place, rejected, receivedAt }: PastFeed,
  plans: number,
): Row {
  return {
    id,
    authority_id: authority.id,
    sequence: place < beforeFirst ? place + 1 : place + 2,
    digest: createHash("sha256")
      .update(`${authority.code} past ${String(place)}`)
      .digest("hex"),
    received_at: receivedAt,
    received_by: "door",
    person_id: null,
    file_answer: rejected === 0 ? "CPF02" : "CPF03",
    row_count: plans,
    rows_read: plans,
    loaded_count: plans - rejected,
    rejected_count: rejected,
    new_count: 1,
    changed_count: 0,
    ended_count: 0,
    deleted_count: 0,
    unchanged_count: plans - rejected - 1,
    missing_count: 0,
    gap_count: place === 20 ? 1 : 0,
    unmatched_count: rejected,
    applied_at: receivedAt,
  };
}

interface FaultToMake extends Partial<FaultWords> {
  readonly authority: Authority;
  readonly feed: PastFeed;
  readonly last: string;
  readonly fixed?: PastFeed;
}

interface FaultWords {
  readonly cause: FaultCause;
  readonly rowAnswer: string;
  readonly rowNumber: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

function faultRow(invention: Invention, { authority, feed, last, fixed, ...words }: FaultToMake): Row {
  const fault: FaultWords = {
    cause: "demographics",
    rowAnswer: "CPR03",
    rowNumber: 2 + feed.place,
    column: "family_name",
    value: invention.familyName(),
    message: "Demographics has another family name for this number. Check the name and the number.",
    ...words,
  };
  return {
    id: invention.id(),
    authority_id: authority.id,
    fingerprint: createHash("sha256").update(invention.id()).digest("hex"),
    cause: fault.cause,
    row_answer: fault.rowAnswer,
    row_number: fault.rowNumber,
    column: fault.column,
    value: fault.value,
    message: fault.message,
    suggestion: null,
    first_feed_id: feed.id,
    first_shown_at: feed.receivedAt,
    last_feed_id: last,
    fixed_feed_id: fixed?.id ?? null,
    fixed_at: fixed?.receivedAt ?? null,
  };
}

function problemRow(
  invention: Invention,
  { authority, newestFeedId }: PastToMake,
  { rowAnswer, rowNumber, column, value, message }: (typeof openFaults)[number],
): Row {
  return {
    id: invention.id(),
    feed_id: newestFeedId,
    authority_id: authority.id,
    row_number: rowNumber,
    column,
    value,
    row_answer: rowAnswer,
    message,
    suggestion: null,
    is_loaded: "false",
  };
}

/** How many rows of the newest list are wrong. */
export function openFaultCount(): number {
  return openFaults.length;
}

/** In how many of them demographics does not know the person. */
export function openUnmatchedCount(): number {
  return countUnmatched(openFaults);
}

/** What is still wrong today, each with its place in the newest list. */
const openFaults = [
  {
    cause: "number",
    rowAnswer: "CPR04",
    rowNumber: 31,
    column: "nhs_number",
    value: "9990000019",
    message: "The number fails its check: at least one digit is wrong.",
  },
  {
    cause: "dates",
    rowAnswer: "CPR07",
    rowNumber: 44,
    column: "end_date",
    value: "2025-02-30",
    message: "There is no such day in the calendar.",
  },
  {
    cause: "demographics",
    rowAnswer: "CPR01",
    rowNumber: 58,
    column: "nhs_number",
    value: "9990149992",
    message: "Demographics knows no such number. Trace the person and correct it.",
  },
] as const;
