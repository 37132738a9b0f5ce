import { pipeline, Readable } from "node:stream";
import { CsvError, Parser, type InfoRecord } from "csv-parse";
import { UnreadableFile } from "@/server/domain/register/feed-file/unreadable-file";

export interface FeedRecord {
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** A row longer than this is a quotation mark that was never closed, not a row. */
const longestRow = 65_536;

/** Far above the largest authority; beyond it a file is a mistake, and would hold up everybody else. */
const mostRows = 100_000;

const csvOptions = {
  relax_column_count: true,
  relax_quotes: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  max_record_size: longestRow,
  trim: true,
  // The parser skips and counts these much faster than we could.
  skip_empty_lines: true,
};

/**
 * Text to records with their row numbers, as it comes. Blank rows are counted and dropped at once: a spreadsheet may
 * put a million of them below the last row. Throws `UnreadableFile` where the text is no comma-separated table.
 */
export async function* parseRecords(text: AsyncIterable<string>): AsyncGenerator<FeedRecord> {
  let seen = 0;
  let kept = 0;
  const number = (cells: string[], { empty_lines }: InfoRecord): FeedRecord | null => {
    seen += 1;
    return cells.some((cell) => cell !== "") ? { rowNumber: seen + empty_lines, cells } : null;
  };
  const parser = new Parser({ ...csvOptions, on_record: number });
  // What goes wrong on the way ends the loop below with the same error.
  pipeline(Readable.from(text), parser, () => undefined);

  try {
    for await (const record of parser as AsyncIterable<FeedRecord>) {
      // The first is the header.
      if (kept > mostRows) throw new UnreadableFile(tooManyRows);
      kept += 1;
      yield record;
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableFile(csvFault(error)) : error;
  }
}

const tooManyRows = `The file has more than ${mostRows} rows: no authority's list is that long.`;

function csvFault({ code }: CsvError): string {
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return "The file breaks off inside a quoted cell: a quotation mark is opened and never closed. Export the file again.";
  }
  return "The file cannot be read as comma-separated text. Export it again as CSV.";
}
