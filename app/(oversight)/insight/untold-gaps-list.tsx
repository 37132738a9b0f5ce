import type { ReactElement } from "react";
import { caller } from "@/app/_trpc/server";
import { CallButton } from "@/app/_ui/call-button";
import { ProblemIcon } from "@/app/_ui/icons";
import { formatDateTime } from "@/server/vocabulary/london-time";

/** Authorities with gaps in tonight's rota and no manager to tell: somebody has to ring them. Nothing where there is none. */
export async function UntoldGapsList(): Promise<ReactElement | null> {
  const untold = await (await caller()).insight.untoldGaps();
  if (untold.length === 0) return null;
  return (
    <section aria-labelledby="untold-gaps">
      <h2 className="nhsuk-heading-m" id="untold-gaps">
        Ring these authorities
      </h2>
      <p>Their rotas have gaps, and no manager of theirs could be told.</p>
      <ul className="nhsuk-list">
        {untold.map(({ authorityId, authorityName, gaps, foundAt, officeNumber, emergencyNumber }) => (
          <li key={authorityId} className="nhsuk-u-margin-bottom-4">
            <p className="verdict verdict--problem">
              <ProblemIcon />
              <span>
                {authorityName}: {gaps === 1 ? "1 gap" : `${String(gaps)} gaps`}, found{" "}
                {formatDateTime(foundAt)}
              </span>
            </p>
            <CallButton who={`${authorityName} by day`} number={officeNumber} quiet />
            <CallButton who={`${authorityName} at night`} number={emergencyNumber} quiet />
          </li>
        ))}
      </ul>
    </section>
  );
}
