import type { ReactElement } from "react";
import { DefinedScores } from "./defined-scores";
import { DrillTable } from "./drill-table";
import { verdictOf, waitInWords } from "./drill-words";
import { Heartbeat } from "./heartbeat";
import { FigureFile } from "@/app/(oversight)/insight/figure-file";
import { aboutUpTo } from "@/app/_ui/chart-file/about-up-to";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import { ButtonLink } from "@/app/_ui/button-link";
import { EmptyState } from "@/app/_ui/empty-state";
import { FigureList, type ShownFigure } from "@/app/_ui/figure-list";
import { MeasureChart } from "@/app/_ui/measure-chart";
import { PageVerdict } from "@/app/_ui/page-verdict";
import type { Drills } from "@/server/domain/drill/read-drills";
import { formatLondonDate, londonDate } from "@/server/vocabulary/london-time";
import { dateFormat } from "@/server/vocabulary/date-format";
import { drillDefinitions } from "@/server/vocabulary/drill-definition";

interface DrillsViewProps {
  readonly read: Drills;
  readonly mayRun: boolean;
}

/** What the practice alerts of a year have shown, each with its score; then the service's own heartbeat by day. */
export function DrillsView({ read, mayRun }: DrillsViewProps): ReactElement {
  const { asAt, drills, sums, heartbeat } = read;
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
          <p>Choose a figure to see what it counts.</p>
          <FigureList figures={figuresOf(drills, sums)} />
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
          <DefinedScores />
        </>
      )}
      <Heartbeat heartbeat={heartbeat} />
      <FigureFile
        page="drills"
        leftOut="Nobody is named in the file. A practice alert is about no child, so that no number is hidden."
      />
    </ChartsAbout>
  );
}

function figuresOf(
  drills: Drills["drills"],
  { count, firstRung, taken, halfTakenMilliseconds }: Drills["sums"],
): readonly ShownFigure[] {
  const [newest] = drills;
  return [
    {
      ...definedAs("first-rung"),
      value: String(firstRung),
      beside: `of ${String(count)} in a year`,
    },
    {
      ...definedAs("half"),
      value: waitInWords(halfTakenMilliseconds),
      beside: `of ${String(taken)} that were taken`,
    },
    {
      ...definedAs("newest"),
      value: newest === undefined ? "–" : formatLondonDate(londonDate(newest.raisedAt)),
    },
  ];
}

function definedAs(figure: keyof typeof drillDefinitions): Pick<ShownFigure, "name" | "definition"> {
  const { name, words } = drillDefinitions[figure];
  return { name, definition: words };
}

const dayFormat = dateFormat({
  timeZone: "Europe/London",
  day: "numeric",
  month: "short",
});
