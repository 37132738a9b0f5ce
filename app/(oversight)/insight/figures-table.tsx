import Link from "next/link";
import type { ReactElement } from "react";
import { formatFigure } from "./format-figure";
import { rowsAddress } from "./insight-address";
import { classNames } from "@/app/_ui/class-names";
import type { Figures } from "@/server/domain/insight/read-figures";
import { measureNames, type Measure } from "@/server/vocabulary/measure";

/** One row: a day, an authority or a care setting, and the days and group whose rows its figures open. */
export interface FiguresRow {
  readonly key: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly groupId?: string;
  readonly figures: Figures;
}

interface FiguresTableProps {
  readonly caption: string;
  readonly firstHeading: string;
  readonly measures: readonly Measure[];
  readonly rows: readonly FiguresRow[];
}

/**
 * Many rows of many figures: a table that scrolls inside its own frame, with the names kept in view. It does not turn
 * into blocks on a phone, where a month would be thirty screens.
 */
export function FiguresTable({ caption, firstHeading, measures, rows }: FiguresTableProps): ReactElement {
  return (
    <div className="figures-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{firstHeading}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col" className="figures-table__number">
                {measureNames[measure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {measures.map((measure) => (
                <FigureCell key={measure} measure={measure} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureCell({ measure, row }: { readonly measure: Measure; readonly row: FiguresRow }): ReactElement {
  const value = row.figures[measure];
  const text = formatFigure(measure, value);
  const isNothing = value === null || value === 0;
  return (
    <td className={classNames("figures-table__number", isNothing && "figures-table__nothing")}>
      {isNothing ? (
        text
      ) : (
        <Link href={rowsAddress(measure, row)} prefetch={false}>
          {text}
          <span className="nhsuk-u-visually-hidden">
            {" "}
            {measureNames[measure]}, {row.name}
          </span>
        </Link>
      )}
    </td>
  );
}
