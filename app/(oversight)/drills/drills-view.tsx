import type { ReactElement } from "react";
import { DrillTable } from "./drill-table";
import { verdictOf, waitInWords } from "./drill-words";
import { Heartbeat } from "./heartbeat";
import { aboutUpTo } from "@/app/_ui/chart-file/about-up-to";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { ButtonLink } from "@/app/_ui/button-link";
import { EmptyState } from "@/app/_ui/empty-state";
import { FigureList } from "@/app/_ui/figure-list";
import { MeasureChart } from "@/app/_ui/measure-chart";
import { PageVerdict } from "@/app/_ui/page-verdict";
import type { Drills } from "@/server/domain/drill/read-drills";
import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";
import { dateFormat } from "@/server/vocabulary/date-format";

interface DrillsViewProps {
  readonly read: Drills;
  readonly mayRun: boolean;
}

/** What the practice alerts of a year have shown, each with its score; then the service's own heartbeat by day. */
export function DrillsView({ read, mayRun }: DrillsViewProps): ReactElement {
  const { asAt, drills, heartbeat } = read;
  const { level, line } = verdictOf(drills, asAt);
  return (
    <ChartsAbout about={aboutUpTo("A year", asAt)}>
      <PageVerdict level={level} line={line} asAt={asAt} path="/drills" />
      {mayRun && <ButtonLink href="/duty">Run a practice alert</ButtonLink>}
      <h2 className="nhsuk-heading-m">Practice alerts</h2>
      {drills.length === 0 ? (
        <EmptyState title="No practice alert was run in the last year">
          <p>It rings real phones by the real ladder, says “Practice”, and is in no other figure.</p>
        </EmptyState>
      ) : (
        <>
          <FigureList figures={figuresOf(drills)} />
          <MeasureChart
            title="Minutes until somebody took it, the newest last"
            name="Minutes until taken"
            unit=" min"
            look="bars"
            points={drills.toReversed().map(({ raisedAt, takenAt }) => ({
              label: dayFormat(raisedAt),
              value:
                takenAt === null ? null : Math.round((takenAt.getTime() - raisedAt.getTime()) / 6_000) / 10,
            }))}
          />
          <DrillTable drills={drills} />
        </>
      )}
      <Heartbeat heartbeat={heartbeat} />
    </ChartsAbout>
  );
}

function figuresOf(drills: Drills["drills"]) {
  const first = drills.filter(({ score }) => score.outcome === "first-rung").length;
  const taken = drills.flatMap(({ raisedAt, takenAt }) =>
    takenAt === null ? [] : [takenAt.getTime() - raisedAt.getTime()],
  );
  const sorted = taken.toSorted((one, other) => one - other);
  const [newest] = drills;
  return [
    {
      name: "Taken on the first rung",
      value: String(first),
      beside: `of ${String(drills.length)} in a year`,
      definition: "Practice alerts that somebody took before a second rung was told.",
    },
    {
      name: "Half were taken within",
      value: waitInWords(sorted[Math.ceil(sorted.length / 2) - 1]),
      beside: `of ${String(sorted.length)} that were taken`,
      definition: "From raised to taken, of those that anybody took, however late.",
    },
    {
      name: "The newest",
      value: newest === undefined ? "–" : formatLondonDate(londonDate(newest.raisedAt)),
      definition: "When a practice alert was last run. Once in four weeks keeps a rota honest.",
    },
  ];
}

const dayFormat = dateFormat({
  timeZone: "Europe/London",
  day: "numeric",
  month: "short",
});
