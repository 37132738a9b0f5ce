import {
  checkFeedRow,
  type CheckedRow,
  type FeedRow,
  type RejectedRow,
  type RowProblem,
} from "@/server/domain/register/feed-file/feed-row";
import { findClashes } from "@/server/domain/register/feed-file/find-clashes";
import { readFeedTable } from "@/server/domain/register/feed-file/read-feed-table";
import type { FeedSource } from "@/server/domain/register/feed-file/feed-source";
import { UnreadableFile } from "@/server/domain/register/feed-file/unreadable-file";
import type { LondonDate } from "@/server/vocabulary/london-time";

/** What a file says, once every row was checked and before anything is compared or changed. */
export interface ReadableFeed {
  readonly ok: true;
  readonly rowCount: number;
  readonly rows: readonly FeedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly problems: readonly RowProblem[];
  readonly notes: readonly string[];
}

/** A file that cannot be read as a list at all; the message says why and what to do. */
export interface UnreadableFeed {
  readonly ok: false;
  readonly message: string;
}

export type FeedReading = ReadableFeed | UnreadableFeed;

interface HowToRead {
  /** The date in London. */
  readonly today: LondonDate;
  /** Told now and then how many rows were read; the next row waits for it. */
  readonly onProgress?: (rowsRead: number) => Promise<void>;
}

/**
 * Bytes to checked rows, outside any transaction. The file is never held whole: what is kept is what its rows say.
 */
export async function readFeed(source: FeedSource, how: HowToRead): Promise<FeedReading> {
  try {
    const table = await readFeedTable(source);
    const checked: CheckedRow[] = [];
    for await (const raw of table.rows) {
      checked.push(checkFeedRow(raw, how.today));
      if (checked.length % rowsBetweenNews === 0) await how.onProgress?.(checked.length);
    }
    return { ok: true, rowCount: checked.length, notes: table.notes, ...judgeTogether(checked) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, message: error.message };
    throw error;
  }
}

const rowsBetweenNews = 1_000;

function judgeTogether(checked: readonly CheckedRow[]) {
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
