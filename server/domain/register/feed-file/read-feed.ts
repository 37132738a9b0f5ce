import { createHash } from "node:crypto";
import {
  checkFeedRow,
  type FeedRow,
  type RejectedRow,
  type RowProblem,
} from "@/server/domain/register/feed-file/feed-row";
import { findClashes } from "@/server/domain/register/feed-file/find-clashes";
import { readFeedTable, type RawFeedRow } from "@/server/domain/register/feed-file/read-feed-table";
import type { LondonDate } from "@/server/vocabulary/london-time";

/** What a file says, once every row was checked and before anything is compared or changed. */
export interface ReadableFeed {
  readonly ok: true;
  /** SHA-256 of the bytes. */
  readonly digest: string;
  readonly rowCount: number;
  readonly rows: readonly FeedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly problems: readonly RowProblem[];
  readonly notes: readonly string[];
}

/** A file that cannot be read as a list at all; the message says why and what to do. */
export interface UnreadableFeed {
  readonly ok: false;
  readonly digest: string;
  readonly message: string;
}

export type FeedReading = ReadableFeed | UnreadableFeed;

/** Bytes to checked rows; `today` is the date in London. Pure: happens before the transaction, which is then short. */
export function readFeed(bytes: Uint8Array, today: LondonDate): FeedReading {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const table = readFeedTable(bytes);
  if (!table.ok) return { ok: false, digest, message: table.message };

  return {
    ok: true,
    digest,
    rowCount: table.rows.length,
    notes: table.notes,
    ...checkRows(table.rows, today),
  };
}

function checkRows(raws: readonly RawFeedRow[], today: LondonDate) {
  const checked = raws.map((raw) => checkFeedRow(raw, today));
  const sound = checked.flatMap((one) => (one.ok ? [one.row] : []));
  const unsound = checked.flatMap((one) => (one.ok ? [] : [one]));

  const clashes = findClashes(sound);
  const clashing = new Set(clashes.map(({ rowNumber }) => rowNumber));

  return {
    rows: spelledAlike(sound.filter(({ rowNumber }) => !clashing.has(rowNumber))),
    rejected: [
      ...unsound.map(({ rejected }) => rejected),
      ...sound.filter(({ rowNumber }) => clashing.has(rowNumber)),
    ],
    problems: [...unsound.flatMap(({ problems }) => problems), ...clashes].sort(
      (one, other) => one.rowNumber - other.rowNumber,
    ),
  };
}

/**
 * One person is one record: where rows of a person differ in capitals or spaces, the first row's spelling holds for
 * all, or each day's list would change the record to and fro.
 */
function spelledAlike(rows: readonly FeedRow[]): FeedRow[] {
  const firsts = new Map<string, FeedRow>();
  for (const row of rows) if (!firsts.has(row.nhsNumber)) firsts.set(row.nhsNumber, row);

  return rows.map((row) => {
    const { familyName, givenNames } = firsts.get(row.nhsNumber) ?? row;
    return { ...row, familyName, givenNames };
  });
}
