"use client";

import type { ReactElement, ReactNode } from "react";
import { LongTable } from "./long-table";

export interface WordsColumn {
  readonly heading: string;
  readonly numeric?: boolean;
}

interface WordsTableProps {
  /** Says what the table shows; read out first. */
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly WordsColumn[];
  /** By column. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Many rows of words alone. What is sent beside the table, for the browser to go on with, are these words and not every
 * cell once more: of some hundred rows that is the better part of a page.
 */
export function WordsTable({ caption, columns, rows }: WordsTableProps): ReactElement {
  return (
    <LongTable
      caption={caption}
      rows={rows}
      rowKey={(_row, place) => String(place)}
      columns={columns.map(({ heading, numeric = false }, place) => ({
        key: heading,
        heading,
        numeric,
        cell: (row: readonly string[]) => (numeric ? <NumberInWords text={row[place]} /> : row[place]),
      }))}
    />
  );
}

/** Nothing stands back behind what there is. */
function NumberInWords({ text }: { readonly text: string | undefined }): ReactNode {
  return text === "0" || text === "–" ? <span className="figures-table__nothing">{text}</span> : text;
}
