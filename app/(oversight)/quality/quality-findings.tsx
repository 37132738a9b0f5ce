import type { ReactElement } from "react";
import { LevelMark } from "@/app/(oversight)/tonight/level-mark";
import { ButtonLink } from "@/app/_ui/button-link";
import type { QualityFinding } from "@/server/domain/quality/judge-quality";

/** What is wrong, the worst first, each with what to do and the page on which it is done. */
export function QualityFindings({
  findings,
}: {
  readonly findings: readonly QualityFinding[];
}): ReactElement {
  if (findings.length === 0) return <p>Nothing is wrong that needs you.</p>;
  return (
    <ul className="findings">
      {findings.map(({ kind, level, what, todo, href, label }) => (
        <li key={kind} className={`finding finding--${level}`}>
          <LevelMark state={level} />
          <div className="finding__body">
            <p className="finding__what">{what}</p>
            <p>{todo}</p>
            <div className="finding__ways">
              <ButtonLink href={href} variant={level === "bad" ? "primary" : "secondary"}>
                {label}
              </ButtonLink>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
