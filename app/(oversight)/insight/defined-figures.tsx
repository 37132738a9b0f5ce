import type { ReactElement } from "react";
import { Definitions } from "@/app/_ui/definitions";
import { figureDefinitions, type DefinedFigure } from "@/server/vocabulary/figure-definition";

/** What these figures of a page count, in words, on a click. */
export function DefinedFigures({ figures }: { readonly figures: readonly DefinedFigure[] }): ReactElement {
  return <Definitions definitions={figures.map((figure) => figureDefinitions[figure])} />;
}
