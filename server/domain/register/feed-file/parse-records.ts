import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
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
 * Text to records with their row numbers, as it comes. Blank rows are counted and dropped: a spreadsheet may put a
 * million of them below the last row. Throws `UnreadableFile` where the text is no comma-separated table.
 */
export async function* parseRecords(text: AsyncIterable<string>): AsyncGenerator<FeedRecord> {
  let seen = 0;
  let kept = 0;
  const parser = parse({ ...csvOptions, info: true });
  // What goes wrong on the way ends the loop below with the same error.
  pipeline(Readable.from(text), parser, () => undefined);

  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      seen += 1;
      if (record.every((cell) => cell === "")) continue;
      // The first is the header.
      if (kept > mostRows) throw new UnreadableFile(tooManyRows);
      kept += 1;
      yield { rowNumber: seen + info.empty_lines, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? new UnreadableFile(csvFault(error)) : error;
  }
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly empty_lines: number };
}

const tooManyRows = `The file has more than ${mostRows} rows: no authority's list is that long.`;

function csvFault({ code }: CsvError): string {
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") {
    return "The file breaks off inside a quoted cell: a quotation mark is opened and never closed. Export the file again.";
  }
  return "The file cannot be read as comma-separated text. Export it again as CSV.";
}
