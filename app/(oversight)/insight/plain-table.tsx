import type { ReactElement } from "react";
import { WordsTable } from "@/app/_ui/words-table";

export interface PlainColumn {
  readonly key: string;
  readonly name: string;
}

export interface PlainRow {
  readonly name: string;
  /** By key of the column, as they are read; a dash where there is none. */
  readonly cells: Readonly<Record<string, string>>;
}

interface PlainTableProps {
  readonly caption: string;
  readonly firstHeading: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly PlainRow[];
}

/** Figures without rows of their own behind them. */
export function PlainTable({ caption, firstHeading, columns, rows }: PlainTableProps): ReactElement {
  return (
    <WordsTable
      caption={caption}
      columns={[{ heading: firstHeading }, ...columns.map(({ name }) => ({ heading: name, numeric: true }))]}
      rows={rows.map(({ name, cells }) => [name, ...columns.map(({ key }) => cells[key] ?? "–")])}
    />
  );
}
