"use client";

import type { ReactElement } from "react";
import { formatFigure } from "./format-figure";
import { rowsAddress, type Slice } from "./rows-address";
import { LongTable } from "@/app/_ui/long-table";
import { measureNames, type Measure } from "@/server/vocabulary/measure";

/** One row: a day, an authority or a care setting, and the days and group whose rows its figures open. */
export interface FiguresRow {
  readonly name: string;
  readonly slice: Slice;
  /** By measure of the table. */
  readonly figures: readonly (number | null)[];
}

interface FiguresTableProps {
  readonly caption: string;
  readonly firstHeading: string;
  readonly measures: readonly Measure[];
  readonly rows: readonly FiguresRow[];
}

/**
 * Many rows of many figures, each of which opens its rows: a table that scrolls inside its own frame. It does not turn into
 * blocks on a phone, where a month would be thirty screens. What is sent beside the table, for the browser to go on with, are its
 * figures and not every cell once more: of some hundred rows that is the better part of a page.
 */
export function FiguresTable({ caption, firstHeading, measures, rows }: FiguresTableProps): ReactElement {
  return (
    <LongTable
      caption={caption}
      rows={rows}
      rowKey={(_row, place) => String(place)}
      columns={[
        { key: "", heading: firstHeading, cell: ({ name }) => name },
        ...measures.map((measure, place) => ({
          key: measure,
          heading: measureNames[measure],
          numeric: true,
          cell: (row: FiguresRow) => (
            <Figure measure={measure} value={row.figures[place] ?? null} row={row} />
          ),
        })),
      ]}
    />
  );
}

interface FigureProps {
  readonly measure: Measure;
  readonly value: number | null;
  readonly row: FiguresRow;
}

/** A link of the plain kind: thousands of the other take most of the time that a page takes. */
function Figure({ measure, value, row }: FigureProps): ReactElement {
  const text = formatFigure(measure, value);
  if (value === null || value === 0) return <span className="figures-table__nothing">{text}</span>;
  return (
    <a href={rowsAddress(measure, row.slice)} aria-label={`${text} ${measureNames[measure]}, ${row.name}`}>
      {text}
    </a>
  );
}
