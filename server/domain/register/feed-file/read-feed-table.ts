import type { InfoRecord } from "csv-parse";
import { CsvError, parse } from "csv-parse/sync";
import { decodeFeed } from "@/server/domain/register/feed-file/decode-feed";
import { feedColumns, isFeedColumn, type FeedColumn } from "@/server/domain/register/feed-file/feed-columns";

/** One row as it stands in the file, nothing checked. */
export interface RawFeedRow {
  /** As a spreadsheet counts: the header is row 1, blank rows count. */
  readonly rowNumber: number;
  readonly cells: Readonly<Record<FeedColumn, string>>;
  /** Set where the row does not have as many cells as the header. */
  readonly misfit?: string;
}

export type FeedTable =
  | { readonly ok: true; readonly rows: readonly RawFeedRow[]; readonly notes: readonly string[] }
  /** The file as a whole cannot be read; the message says why and what to do. */
  | { readonly ok: false; readonly message: string };

/** A row longer than this is a quotation mark that was never closed, not a row. */
const longestRow = 65_536;

/** Far above the largest authority; beyond it a file is a mistake, and would hold up everybody else. */
const mostRows = 100_000;

/**
 * Bytes to rows. Refuses a file that is no table of ours: unreadable, a column missing, a column twice. Columns that
 * are not ours are ignored, with a note; blank rows are skipped.
 */
export function readFeedTable(bytes: Uint8Array): FeedTable {
  const decoded = decodeFeed(bytes);
  if (!decoded.ok) return decoded;

  const parsed = parseRecords(decoded.text);
  if (!parsed.ok) return parsed;

  const [header, ...records] = parsed.records;
  const columns = (header?.cells ?? []).map(columnName);
  const fault =
    header?.rowNumber === 1
      ? headerFault(columns)
      : "The first row is empty. It holds the names of the columns.";
  if (fault !== undefined) return { ok: false, message: fault };

  const readRecord = recordReader(columns);
  return {
    ok: true,
    rows: records.map(readRecord),
    notes: [...decoded.notes, ...unknownColumnNotes(columns)],
  };
}

interface FeedRecord {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** Blank rows are counted and dropped at once: a spreadsheet may put a million of them below the last row. */
function parseRecords(text: string): { ok: true; records: FeedRecord[] } | { ok: false; message: string } {
  const records: FeedRecord[] = [];
  let seen = 0;
  const keep = (cells: string[], context: InfoRecord): null => {
    seen += 1;
    if (cells.some((cell) => cell !== "")) records.push({ rowNumber: seen + context.empty_lines, cells });
    if (records.length > mostRows) throw new TooManyRows();
    return null;
  };

  try {
    parse(text, { ...csvOptions, on_record: keep });
    return { ok: true, records };
  } catch (error) {
    return { ok: false, message: csvFault(error) };
  }
}

class TooManyRows extends Error {}

const csvOptions = {
  relax_column_count: true,
  relax_quotes: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: longestRow,
  trim: true,
  // The parser skips and counts these much faster than we could.
  skip_empty_lines: true,
};

function csvFault(error: unknown): string {
  if (error instanceof TooManyRows)
    return `The file has more than ${mostRows} rows: no authority's list is that long.`;
  if (!(error instanceof CsvError)) throw error;
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return "The file breaks off inside a quoted cell: a quotation mark is opened and never closed. Export the file again.";
  }
  return "The file cannot be read as comma-separated text. Export it again as CSV.";
}

/** "NHS Number " and "nhs-number" are nhs_number. */
function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

function headerFault(header: readonly string[]): string | undefined {
  const missing = feedColumns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    const what = missing.length === 1 ? "A column is missing" : "Columns are missing";
    return `${what} in the first row: ${missing.join(", ")}.`;
  }
  const twice = feedColumns.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice.length > 0)
    return `A column appears twice in the first row: ${twice.join(", ")}. Keep one of them.`;
  return undefined;
}

function unknownColumnNotes(header: readonly string[]): readonly string[] {
  const unknown = header.filter((name) => name !== "" && !isFeedColumn(name));
  if (unknown.length === 0) return [];
  return [`Columns that Lantern does not know were ignored: ${unknown.join(", ")}.`];
}

/** Says, for files with this header, what each record holds. */
function recordReader(header: readonly string[]): (record: FeedRecord) => RawFeedRow {
  const places = feedColumns.map((column) => [column, header.indexOf(column)] as const);

  return ({ rowNumber, cells: found }) => {
    const cells = Object.fromEntries(
      places.map(([column, place]) => [column, (found[place] ?? "").trim()]),
    ) as Record<FeedColumn, string>;
    const isTooLong = found.slice(header.length).some((cell) => cell !== "");
    if (found.length >= header.length && !isTooLong) return { rowNumber, cells };
    return { rowNumber, cells, misfit: `${found.length} cells, the first row has ${header.length}` };
  };
}
