import type { ReactElement } from "react";
import type { Column } from "./data-table";

export interface ScrollTableProps<Row> {
  /** Says what the table shows; read out first. */
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, place: number) => string;
  /** So many more the browser has yet to draw. */
  readonly rowsToCome?: number;
}

/** Many rows of figures: a table that scrolls inside its own frame, with the names of its rows kept in view. */
export function ScrollTable<Row>(props: ScrollTableProps<Row>): ReactElement {
  const { caption, columns, rows, rowKey, rowsToCome = 0 } = props;
  const numberClass = (column: Column<Row>) => (column.numeric ? "figures-table__number" : undefined);
  return (
    <div className="figures-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={numberClass(column)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={rowKey(row, place)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={numberClass(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {rowsToCome > 0 && (
          <tfoot>
            <tr>
              <td colSpan={columns.length}>
                {rowsToCome === 1 ? "1 row is" : `${String(rowsToCome)} rows are`} not shown yet.
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
