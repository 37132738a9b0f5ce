import type { ReactElement } from "react";
import { classNames } from "@/app/_ui/class-names";

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

/** Figures without rows of their own behind them: scrolls inside its own frame, with the names kept in view. */
export function PlainTable({ caption, firstHeading, columns, rows }: PlainTableProps): ReactElement {
  return (
    <div className="figures-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{firstHeading}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="figures-table__number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {columns.map((column) => {
                const text = cells[column.key] ?? "–";
                const isNothing = text === "0" || text === "–";
                return (
                  <td
                    key={column.key}
                    className={classNames("figures-table__number", isNothing && "figures-table__nothing")}
                  >
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
