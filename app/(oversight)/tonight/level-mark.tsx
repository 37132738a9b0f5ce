import type { ReactElement } from "react";
import { stateSymbols, stateWords, type TileState } from "@/server/vocabulary/tonight-state";

/** A state as a symbol, in a colour and a shape of its own, with its word for whoever does not see it. */
export function LevelMark({ state }: { readonly state: TileState }): ReactElement {
  return (
    <span className={`level-mark level-mark--${state}`}>
      <span aria-hidden="true">{stateSymbols[state]}</span>
      <span className="nhsuk-u-visually-hidden">{stateWords[state]}: </span>
    </span>
  );
}
