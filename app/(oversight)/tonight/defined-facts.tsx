import type { ReactElement } from "react";
import { LevelMark } from "./level-mark";
import { Definitions } from "@/app/_ui/definitions";
import {
  tonightDefinitions,
  type TonightDefinition,
  type TonightFact,
} from "@/server/vocabulary/tonight-definition";

interface DefinedFactsProps {
  readonly summary: string;
  readonly facts: readonly TonightFact[];
}

/** What these facts of tonight count, and when each has to be put right or looked at, on a click. */
export function DefinedFacts({ summary, facts }: DefinedFactsProps): ReactElement {
  return (
    <Definitions
      summary={summary}
      definitions={facts.map((fact) => definitionOf(tonightDefinitions[fact]))}
    />
  );
}

/** A fact as a definition with its marks. */
export function definitionOf({ name, words, bad, doubtful }: TonightDefinition) {
  return {
    name,
    words: (
      <>
        {words}
        {bad !== "" && <When level="bad" words={bad} />}
        {doubtful !== "" && <When level="doubtful" words={doubtful} />}
      </>
    ),
  };
}

function When({
  level,
  words,
}: {
  readonly level: "bad" | "doubtful";
  readonly words: string;
}): ReactElement {
  return (
    <span className="definitions__when">
      <LevelMark state={level} /> {words}
    </span>
  );
}
