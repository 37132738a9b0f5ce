/** What a file may begin with so that a spreadsheet takes it for UTF-8. */
export interface CsvOptions {
  readonly byteOrderMark?: boolean;
}

/**
 * The one writer of CSV (RFC 4180, CRLF). A cell that a spreadsheet would take for a formula is written with an
 * apostrophe before it, so that a made-up name cannot run anything on the machine of whoever opens the file.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  { byteOrderMark = false }: CsvOptions = {},
): string {
  return [...csvLines(header, rows, { byteOrderMark })].join("");
}

/** The same line by line, each with its end, for a file that is sent while it is made. */
export function* csvLines(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  { byteOrderMark = false }: CsvOptions = {},
): Generator<string, void> {
  yield `${byteOrderMark ? mark : ""}${lineOf(header)}\r\n`;
  for (const cells of rows) yield `${lineOf(cells)}\r\n`;
}

/** The cell as it was before `writeCsv` guarded it: what we wrote can be read back. */
export function plainCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}

const mark = "\u{feff}";

/** Also where apostrophes come before it: taking one off again must never lay a formula bare, nor change a name. */
const formula = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

function lineOf(cells: readonly string[]): string {
  // A line with nothing on it is no row to a reader; a quoted nothing is.
  if (cells.length === 1 && cells[0] === "") return '""';
  return cells.map(cellText).join(",");
}

function cellText(cell: string): string {
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Besides what the standard names, space at an edge, which readers trim, and a byte-order mark that is a cell's own. */
const needsQuotes = /[",\r\n]|^\s|\s$/;
