import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
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

const Records = z.array(z.array(z.string()));

/** A row longer than this is a quotation mark that was never closed, not a row. */
const longestRow = 65_536;

/**
 * Bytes to rows. Refuses a file that is no table of ours: unreadable, a column missing, a column twice. Columns that
 * are not ours are ignored, with a note; blank rows are skipped.
 */
export function readFeedTable(bytes: Uint8Array): FeedTable {
  const decoded = decodeFeed(bytes);
  if (!decoded.ok) return decoded;

  const parsed = parseRecords(decoded.text);
  if (!parsed.ok) return parsed;

  const [headerCells = [], ...records] = parsed.records;
  const header = headerCells.map(columnName);
  const fault = headerFault(header);
  if (fault !== undefined) return { ok: false, message: fault };

  const rows = records.flatMap((record, index) => readRecord(header, record, index + 2));
  return { ok: true, rows, notes: [...decoded.notes, ...unknownColumnNotes(header)] };
}

function parseRecords(text: string): { ok: true; records: string[][] } | { ok: false; message: string } {
  try {
    const records: unknown = parse(text, {
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: longestRow,
      trim: true,
    });
    return { ok: true, records: Records.parse(records) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, message: csvFault(error) };
  }
}

function csvFault(error: CsvError): string {
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

function readRecord(header: readonly string[], record: readonly string[], rowNumber: number): RawFeedRow[] {
  if (record.every((cell) => cell.trim() === "")) return [];

  const cells = Object.fromEntries(
    feedColumns.map((column) => [column, (record[header.indexOf(column)] ?? "").trim()]),
  ) as Record<FeedColumn, string>;
  const filled = record.slice(header.length).some((cell) => cell.trim() !== "");
  if (record.length >= header.length && !filled) return [{ rowNumber, cells }];

  return [{ rowNumber, cells, misfit: `${record.length} cells, the first row has ${header.length}` }];
}
