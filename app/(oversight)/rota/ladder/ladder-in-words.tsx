import type { ReactElement } from "react";
import { targetInWords } from "./target-words";
import type { ShownLadder } from "@/server/domain/rota/show-ladder";
import { rungInWords } from "@/server/vocabulary/rota";

/** A ladder that another authority keeps. */
export function LadderInWords({ shown }: { readonly shown: ShownLadder }): ReactElement {
  const { ladder, team } = shown;
  return (
    <>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {(ladder?.rungs ?? []).map(({ rung, waitMinutes }) => (
          <li key={`wait ${String(rung)}`}>
            The {rungInWords(rung)} rung waits {waitMinutes} minutes
          </li>
        ))}
        {(ladder?.targets ?? []).map((target) => (
          <li key={`${String(target.rung)} ${targetInWords(target, shown)}`}>
            The {rungInWords(target.rung)} rung also tells: {targetInWords(target, shown)}
          </li>
        ))}
      </ul>
      <p>This team belongs to {team.hostName}, who keep its ladder.</p>
    </>
  );
}
