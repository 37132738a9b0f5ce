import { hideSmall, type Shown } from "@/server/vocabulary/small-numbers";

/** A line of a file of figures: of which table, which row of it, which figure, and the number. */
export type FileLine = readonly [table: string, row: string, figure: string, number: string];

/** The same as the columns of the file. */
export const figureColumns = ["table", "row", "figure", "number"] as const;

/** What stands where a number is hidden. */
export const hiddenWord = "hidden";

export interface Counts {
  readonly table: string;
  /** Figures that are parts of one whole, and what the whole is called. */
  readonly parts: readonly string[];
  readonly whole: string;
  readonly rows: readonly Row[];
}

interface Row {
  readonly name: string;
  readonly counts: readonly number[];
}

/** Counts of a table with their sums, small numbers hidden. A table of one part has no sums beside it, only below. */
export function* linesOfCounts({ table, parts, whole, rows }: Counts): Generator<FileLine> {
  const figures = parts.length === 1 ? parts : [...parts, whole];
  const shown = rows.length === 0 ? [figures.map(() => 0)] : hideSmall(rows.map(({ counts }) => counts));
  for (const [at, row] of shown.entries()) {
    const name = rows[at]?.name ?? "all";
    for (const [place, figure] of figures.entries()) yield [table, name, figure, textOf(row[place] ?? null)];
  }
}

/** The same of a row that is not to be added to others: small numbers hidden within it, and no sums below. */
export function* linesOfRow(
  table: string,
  row: Row,
  figures: Pick<Counts, "parts" | "whole">,
): Generator<FileLine> {
  const lines = [...linesOfCounts({ ...figures, table, rows: [row] })];
  yield* lines.slice(0, lines.length / 2);
}

/** A figure worked out from so many alerts: hidden where they are few, empty where there are none. */
export function shownFrom(alerts: number, figure: number | null): string {
  if (figure === null) return "";
  return alerts < 5 ? hiddenWord : String(figure);
}

/** A number as it stands in a file. */
export function textOf(shown: Shown): string {
  return shown === null ? hiddenWord : String(shown);
}
