import type { ReactElement } from "react";
import { Details } from "@/app/_ui/details";
import { figureDefinitions, type DefinedFigure } from "@/server/vocabulary/figure-definition";

/** What the figures of a page count, in words, on a click. */
export function DefinedFigures({ figures }: { readonly figures: readonly DefinedFigure[] }): ReactElement {
  return (
    <Details summary="What these figures count">
      <dl className="definitions">
        {figures.map((figure) => {
          const { name, words } = figureDefinitions[figure];
          return (
            <div key={figure}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          );
        })}
      </dl>
    </Details>
  );
}
