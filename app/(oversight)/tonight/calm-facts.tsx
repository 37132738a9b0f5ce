import Link from "next/link";
import type { ReactElement } from "react";
import { DefinedFacts } from "./defined-facts";
import { ageOfList } from "@/app/(oversight)/feeds/list-age";
import { ReachMark } from "@/app/_ui/reach-mark";
import { SummaryList } from "@/app/_ui/summary-list";
import type { ShownAuthority, ShownOnCall, Tonight } from "@/server/domain/tonight/read-tonight";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { timeInWords } from "@/server/vocabulary/span-in-words";
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
        { key: names.first.name, value: <People people={first} asAt={asAt} /> },
        { key: names.behind.name, value: countedByReach(behind) },
        {
          key: names.next.name,
          value:
            next === null ? (
              "Nobody else in the next 14 days"
            ) : (
              <>
                From {formatDateTime(next.at)}: <People people={next.first} asAt={asAt} />
              </>
            ),
        },
        { key: names.gaps.name, value: gapCount === null ? "No duty team has a rota" : String(gapCount) },
        {
          key: names.waiting.name,
          value: String(alerts.count),
          ...(alerts.count > 0 && { action: <Link href="/duty">Look at the alerts</Link> }),
        },
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

interface PeopleProps {
  readonly people: readonly ShownOnCall[];
  readonly asAt: Date;
}

function People({ people, asAt }: PeopleProps): ReactElement {
  if (people.length === 0) return <>Nobody</>;
  return (
    <ul className="nhsuk-list on-call-list">
      {people.map((person) => (
        <li key={`${person.name} ${person.teamName}`}>
          {person.name}, {person.teamName}{" "}
          <ReachMark level={person.level}>
            {person.level === "unchecked" && person.checkedAt ? "Not checked lately" : undefined}
          </ReachMark>
          <span className="on-call-list__when">{lookedAt(person, asAt)}</span>
        </li>
      ))}
    </ul>
  );
}

/** "Checked 18:00. Last proven on a phone of theirs Sun 22 Nov 09:10.": how far it can be believed. */
function lookedAt({ checkedAt, lastProvenAt }: ShownOnCall, asAt: Date): string {
  if (checkedAt === null) return "";
  const proven =
    lastProvenAt === null
      ? "Nothing is proven on a phone that they have now."
      : `Last proven on a phone of theirs ${timeInWords(lastProvenAt, asAt)}.`;
  return `Checked ${timeInWords(checkedAt, asAt)}. ${proven}`;
}

/** "3 people: 2 can be reached, 1 cannot": names are of no use for a glance, and may be many. */
function countedByReach(people: readonly ShownOnCall[]): string {
  if (people.length === 0) return "Nobody";
  const counts = levels.flatMap(([level, words]) => {
    const count = people.filter((person) => person.level === level).length;
    return count === 0 ? [] : [`${String(count)} ${words}`];
  });
  return `${people.length === 1 ? "1 person" : `${String(people.length)} people`}: ${counts.join(", ")}`;
}

const levels = [
  ["reachable", "can be reached"],
  ["doubtful", "perhaps"],
  ["unreachable", "cannot be reached"],
  ["unchecked", "not checked lately"],
] as const;

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
