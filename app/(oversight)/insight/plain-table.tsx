"use client";

import type { ReactElement } from "react";
import { rowsAddress, type Slice } from "./rows-address";
import { LongTable } from "@/app/_ui/long-table";
import type { CountedRows } from "@/server/vocabulary/counted-rows";
import type { Days } from "@/server/vocabulary/period";

export interface PlainColumn {
  readonly key: string;
  readonly name: string;
  /** It has words and no figures. */
  readonly isWords?: true;
  /** The rows that its figures open, where the row does not say otherwise; none where nobody says. */
  readonly opens?: CountedRows | undefined;
  /** The days of its figures, where they are not those of the row. */
  readonly days?: Days | undefined;
}

export interface PlainRow {
  readonly name: string;
  /** By key of the column, as they are read; a dash where there is none. */
  readonly cells: Readonly<Record<string, string>>;
  /** Of which rows its figures are; without it they open none. */
  readonly slice?: Slice;
  /** By key of the column. */
  readonly opens?: Readonly<Record<string, CountedRows>>;
}

interface PlainTableProps {
  readonly caption: string;
  readonly firstHeading: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly PlainRow[];
}

/** Figures as they are read, each of which opens its rows. As in `FiguresTable` only they are sent beside it. */
export function PlainTable({ caption, firstHeading, columns, rows }: PlainTableProps): ReactElement {
  return (
    <LongTable
      caption={caption}
      rows={rows}
      rowKey={(_row, place) => String(place)}
      columns={[
        { key: "", heading: firstHeading, cell: ({ name }) => name },
        ...columns.map((column) => ({
          key: column.key,
          heading: column.name,
          numeric: column.isWords !== true,
          cell: (row: PlainRow) => <PlainFigure column={column} row={row} />,
        })),
      ]}
    />
  );
}

interface PlainFigureProps {
  readonly column: PlainColumn;
  readonly row: PlainRow;
}

/** A link of the plain kind, as in `FiguresTable`. Nothing stands back behind what there is, and opens nothing. */
function PlainFigure({ column, row }: PlainFigureProps): ReactElement {
  const text = row.cells[column.key] ?? "–";
  if (text === "0" || text === "–") return <span className="figures-table__nothing">{text}</span>;
  const measure = row.opens?.[column.key] ?? column.opens;
  if (measure === undefined || row.slice === undefined) return <>{text}</>;
  return (
    <a
      href={rowsAddress(measure, { ...row.slice, ...column.days })}
      aria-label={`${text} ${column.name}, ${row.name}`}
    >
      {text}
    </a>
  );
}
