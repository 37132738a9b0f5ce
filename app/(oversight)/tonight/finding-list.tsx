import type { ReactElement } from "react";
import { LevelMark } from "./level-mark";
import { WayButton } from "./way-button";
import type { Finding } from "@/server/domain/tonight/finding";

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly teamsBeingChecked?: readonly string[];
}

/** What is wrong, the worst first, each with what to do and the one tap that does it; then what is well. */
export function FindingList({ findings, teamsBeingChecked = [] }: FindingListProps): ReactElement {
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={`${finding.kind} ${finding.what}`} className={`finding finding--${finding.level}`}>
          <LevelMark state={finding.level} />
          <div className="finding__body">
            <p className="finding__what">{finding.what}</p>
            {finding.todo !== "" && <p>{finding.todo}</p>}
            {finding.ways.length > 0 && (
              <div className="finding__ways">
                {finding.ways.map((way, place) => (
                  <WayButton
                    key={JSON.stringify(way)}
                    way={way}
                    isFirst={place === 0}
                    teamsBeingChecked={teamsBeingChecked}
                  />
                ))}
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
