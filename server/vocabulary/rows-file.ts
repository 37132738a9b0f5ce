/** Says how many rows a file is expected to have, so that a page can show how far it is. */
export const rowsCountHeader = "Lantern-Rows";

/** The last line of a file of rows. One without it was broken off. */
export function lastLine(rows: number): string {
  return `end of file, ${String(rows)} ${rows === 1 ? "row" : "rows"}`;
}

/** How many rows a file says that it has, from how it ends; undefined where it was broken off. Pure. */
export function rowsSaidAtEnd(tail: string): number | undefined {
  const said = /(?:^|\n)"end of file, (\d+) rows?"\r\n$/.exec(tail)?.[1];
  return said === undefined ? undefined : Number(said);
}
