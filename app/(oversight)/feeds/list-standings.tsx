import type { ReactElement } from "react";
import { ageOfList } from "./list-age";
import { SummaryList } from "@/app/_ui/summary-list";
import type { ListStanding } from "@/server/domain/register/list-feeds";
import { formatCount } from "@/server/vocabulary/format-count";

interface ListStandingsProps {
  readonly standings: readonly ListStanding[];
  readonly now: Date;
}

/** How old the register is, before anything else: a crew reads the same on every card. */
export function ListStandings({ standings, now }: ListStandingsProps): ReactElement {
  return (
    <>
      {standings.map((standing) => (
        <section key={standing.authorityCode} aria-label={standing.authorityName}>
          {standings.length > 1 && <h2 className="nhsuk-heading-m">{standing.authorityName}</h2>}
          <SummaryList rows={rowsOf(standing, now)} />
        </section>
      ))}
    </>
  );
}

function rowsOf(standing: ListStanding, now: Date) {
  return [
    { key: "Register as of", value: ageOfList(standing.lastReceivedAt, now) },
    {
      key: "Last list number",
      value: standing.lastSequence === 0 ? "None yet" : String(standing.lastSequence),
    },
    { key: "Plans in force", value: formatCount(standing.plansInForce) },
    { key: "Of these, missing from the last list", value: formatCount(standing.plansMissing) },
  ];
}
