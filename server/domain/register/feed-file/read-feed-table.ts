import { decodeFeed } from "@/server/domain/register/feed-file/decode-feed";
import { columnName, headerFault, unknownColumnNotes } from "@/server/domain/register/feed-file/feed-header";
import { feedColumns, type FeedColumn } from "@/server/domain/register/feed-file/feed-columns";
import { parseRecords, type FeedRecord } from "@/server/domain/register/feed-file/parse-records";
import type { FeedSource } from "@/server/domain/register/feed-file/feed-source";
import { UnreadableFile } from "@/server/domain/register/feed-file/unreadable-file";
import { plainCell } from "@/server/vocabulary/csv";

/** One row as it stands in the file, nothing checked. */
export interface RawFeedRow {
  /** As a spreadsheet counts: the header is row 1, blank rows count. */
  readonly rowNumber: number;
  readonly cells: Readonly<Record<FeedColumn, string>>;
  /** Set where the row does not have as many cells as the header. */
  readonly misfit?: string;
}

export interface FeedTable {
  readonly rows: AsyncIterable<RawFeedRow>;
  readonly notes: readonly string[];
}

/**
 * Bytes to rows, one after the other. Throws `UnreadableFile` for what is no table of ours, at once or where the rows
 * come to the fault: no text, a column missing, a column twice, a quotation mark that is never closed. Columns that
 * are not ours are ignored, with a note; blank rows are skipped.
 */
export async function readFeedTable(source: FeedSource): Promise<FeedTable> {
  const decoded = await decodeFeed(source);
  if (!decoded.ok) throw new UnreadableFile(decoded.message);

  const records = parseRecords(decoded.text());
  const first = await records.next();
  const header = first.done === true ? undefined : first.value;
  const columns = (header?.cells ?? []).map(columnName);
  const fault =
    header?.rowNumber === 1
      ? headerFault(columns)
      : "The first row is empty. It holds the names of the columns.";
  if (fault !== undefined) {
    await records.return(undefined);
    throw new UnreadableFile(fault);
  }
  return {
    rows: rawRows(records, columns),
    notes: [...decoded.notes, ...unknownColumnNotes(columns)],
  };
}

async function* rawRows(
  records: AsyncGenerator<FeedRecord>,
  header: readonly string[],
): AsyncGenerator<RawFeedRow> {
  const readRecord = recordReader(header);
  try {
    for (let next = await records.next(); next.done !== true; next = await records.next()) {
      yield readRecord(next.value);
    }
  } finally {
    await records.return(undefined);
  }
}

/** Says, for files with this header, what each record holds. */
function recordReader(header: readonly string[]): (record: FeedRecord) => RawFeedRow {
  const places = feedColumns.map((column) => [column, header.indexOf(column)] as const);

  return ({ rowNumber, cells: found }) => {
    const cells = Object.fromEntries(
      places.map(([column, place]) => [column, plainCell(found[place] ?? "").trim()]),
    ) as Record<FeedColumn, string>;
    const isTooLong = found.slice(header.length).some((cell) => cell !== "");
    if (found.length >= header.length && !isTooLong) return { rowNumber, cells };
    return { rowNumber, cells, misfit: `${found.length} cells, the first row has ${header.length}` };
  };
}
