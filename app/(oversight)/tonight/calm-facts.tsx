import Link from "next/link";
import type { ReactElement } from "react";
import { DefinedFacts } from "./defined-facts";
import { ageOfList } from "@/app/(oversight)/feeds/list-age";
import { ReachMark } from "@/app/_ui/reach-mark";
import { SummaryList } from "@/app/_ui/summary-list";
import type { ShownAuthority, ShownOnCall, Tonight } from "@/server/domain/tonight/read-tonight";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { tonightDefinitions as names } from "@/server/vocabulary/tonight-definition";

interface CalmFactsProps {
  readonly authority: ShownAuthority;
  readonly asAt: Date;
}

/** One authority's night as it stands: who is on call now and next, what waits, how old the list is. */
export function CalmFacts({ authority, asAt }: CalmFactsProps): ReactElement {
  const { first, behind, next, gapCount, alerts, list } = authority;
  return (
    <SummaryList
      rows={[
        { key: names.first.name, value: <People people={first} /> },
        { key: names.behind.name, value: behind === 1 ? "1 person" : `${String(behind)} people` },
        {
          key: names.next.name,
          value:
            next === null ? (
              "Nobody else in the next 14 days"
            ) : (
              <>
                From {formatDateTime(next.at)}: <People people={next.first} />
              </>
            ),
        },
        { key: names.gaps.name, value: gapCount === null ? "No duty team has a rota" : String(gapCount) },
        { key: names.waiting.name, value: String(alerts.count) },
        {
          key: names.oldest.name,
          value: alerts.oldestAt === null ? "None" : formatDateTime(alerts.oldestAt),
        },
        { key: names.unreached.name, value: String(alerts.unreached) },
        {
          key: names.list.name,
          value: `${list.lastSequence === 0 ? "" : `Number ${String(list.lastSequence)}. `}${ageOfList(list.lastReceivedAt, asAt)}`,
        },
      ]}
    />
  );
}

function People({ people }: { readonly people: readonly ShownOnCall[] }): ReactElement {
  if (people.length === 0) return <>Nobody</>;
  return (
    <ul className="nhsuk-list on-call-list">
      {people.map(({ name, teamName, level }) => (
        <li key={`${name} ${teamName}`}>
          {name}, {teamName} <ReachMark level={level} />
        </li>
      ))}
    </ul>
  );
}

/** Whether pushes arrive, and how each push service answered in the last hour. */
export function ServiceFacts({
  deliveryLine,
  vendors,
}: Pick<Tonight, "deliveryLine" | "vendors">): ReactElement {
  return (
    <>
      <SummaryList
        rows={[
          { key: names.proof.name, value: deliveryLine },
          ...vendors.map(({ name, answered, failed }) => ({
            key: name,
            value: `${String(failed)} of ${String(answered)} failed in the last hour`,
          })),
        ]}
      />
      <DefinedFacts summary="What these figures of pushes count" facts={["proof", "vendors"]} />
      <p>
        <Link href="/insight" prefetch={false}>
          Figures of what has been
        </Link>
      </p>
    </>
  );
}
