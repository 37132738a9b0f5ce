import type { ReactElement } from "react";
import { LevelMark } from "@/app/(oversight)/tonight/level-mark";
import { Definitions } from "@/app/_ui/definitions";
import { drillDefinitions, scoreDefinitions } from "@/server/vocabulary/drill-definition";

/** When a practice alert is said to have gone how, and what else is counted of it, on a click. */
export function DefinedScores(): ReactElement {
  return (
    <Definitions
      summary="What the scores mean"
      definitions={[
        ...scoreDefinitions.map(({ name, level, words }) => ({
          name,
          words: (
            <span className="definitions__when">
              <LevelMark state={level} /> {words}
            </span>
          ),
        })),
        drillDefinitions.rungs,
        drillDefinitions.taken,
      ]}
    />
  );
}
