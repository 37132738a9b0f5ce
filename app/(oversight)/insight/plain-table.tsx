import type { ReactElement } from "react";
import { classNames } from "@/app/_ui/class-names";
import { ScrollTable } from "@/app/_ui/scroll-table";

export interface PlainColumn {
  readonly key: string;
  readonly name: string;
}

export interface PlainRow {
  readonly key: string;
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
    <ScrollTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "", heading: firstHeading, cell: ({ name }) => name },
        ...columns.map(({ key, name }) => ({
          key,
          heading: name,
          numeric: true,
          cell: ({ cells }: PlainRow) => <Cell text={cells[key] ?? "–"} />,
        })),
      ]}
    />
  );
}

function Cell({ text }: { readonly text: string }): ReactElement {
  const isNothing = text === "0" || text === "–";
  return <span className={classNames(isNothing && "figures-table__nothing")}>{text}</span>;
}
