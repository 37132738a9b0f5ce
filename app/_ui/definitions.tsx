import type { ReactElement, ReactNode } from "react";
import { Details } from "./details";

interface DefinitionsProps {
  readonly summary?: string;
  readonly definitions: readonly { readonly name: string; readonly words: ReactNode }[];
}

/** What the figures of a page count, in words, on a click. */
export function Definitions({
  summary = "What these figures count",
  definitions,
}: DefinitionsProps): ReactElement {
  return (
    <Details summary={summary}>
      <dl className="definitions">
        {definitions.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
