import type { ReactElement } from "react";
import { stateSymbols, stateWords } from "./tile-words";
import type { TileState } from "@/server/domain/tonight/read-tonight-of-all";

/** A state as a symbol, in a colour and a shape of its own, with its word for whoever does not see it. */
export function LevelMark({ state }: { readonly state: TileState }): ReactElement {
  return (
    <span className={`level-mark level-mark--${state}`}>
      <span aria-hidden="true">{stateSymbols[state]}</span>
      <span className="nhsuk-u-visually-hidden">{stateWords[state]}: </span>
    </span>
  );
}
