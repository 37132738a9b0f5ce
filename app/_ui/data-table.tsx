import type { ReactElement, ReactNode } from "react";

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** Says what the table shows; read out first. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/**
 * A table that turns into one block per row on a phone, each value with its own heading. The roles are spelt
 * out because browsers forget that a table is one once its parts are laid out as blocks.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>): ReactElement {
  return (
    <table role="table" className="data-table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, heading, numeric }) => (
            <th
              key={key}
              role="columnheader"
              scope="col"
              className={numeric ? "data-table__number" : undefined}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }): ReactElement {
  return (
    <td role="cell" className={column.numeric ? "data-table__number" : undefined}>
      <span className="data-table__own-heading" aria-hidden="true">
        {column.heading}{" "}
      </span>
      {column.cell(row)}
    </td>
  );
}
