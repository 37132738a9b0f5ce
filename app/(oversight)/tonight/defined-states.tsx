import type { ReactElement } from "react";
import { definitionOf } from "./defined-facts";
import { Definitions } from "@/app/_ui/definitions";
import { stateDefinitions, tonightDefinitions } from "@/server/vocabulary/tonight-definition";
import { tileStates } from "@/server/vocabulary/tonight-state";

const judged = ["first", "next", "gaps", "waiting", "unreached", "list"] as const;

/** What the states of authorities mean, and of what they are made, on a click. */
export function DefinedStates(): ReactElement {
  return (
    <Definitions
      summary="What the states mean"
      definitions={[
        ...tileStates.map((state) => stateDefinitions[state]),
        ...judged.map((fact) => definitionOf(tonightDefinitions[fact])),
      ]}
    />
  );
}
