import type { ReactElement } from "react";

export interface ShownFigure {
  readonly name: string;
  readonly value: string;
  /** Of what it is a part, or of when. */
  readonly beside?: string;
  /** What it counts, in words. */
  readonly definition: string;
}

/** Some figures beside each other. Choosing one says what it counts. */
export function FigureList({ figures }: { readonly figures: readonly ShownFigure[] }): ReactElement {
  return (
    <ul className="figure-list">
      {figures.map(({ name, value, beside, definition }) => (
        <li key={name}>
          <details className="figure">
            <summary>
              <span className="figure__name">{name} </span>
              <span className="figure__value">{value} </span>
              {beside !== undefined && <span className="figure__beside">{beside}</span>}
            </summary>
            <p className="figure__definition">{definition}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
