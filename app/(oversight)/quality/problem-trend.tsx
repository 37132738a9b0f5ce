import type { ReactElement } from "react";
import { dayLabel } from "./day-label";
import { inDays } from "@/app/(oversight)/feeds/quality/quality-words";
import { DefinedFigures } from "@/app/(oversight)/insight/defined-figures";
import type { Column } from "@/app/_ui/data-table";
import { MeasureChart } from "@/app/_ui/measure-chart";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { Problems } from "@/server/domain/quality/read-data-quality";
import type { ProblemWeek } from "@/server/domain/quality/read-problem-weeks";
import { figureDefinitions } from "@/server/vocabulary/figure-definition";
import { formatCount } from "@/server/vocabulary/format-count";
import { formatLondonDate } from "@/server/vocabulary/london-time";

interface ProblemTrendProps {
  readonly problems: Problems;
  /** The authority whose they are, where there can be more on the page; none where they are of all. */
  readonly whose?: string;
}

/** Whether more is wrong than before: what was wrong at the end of each week as a picture; beside it what came and went. */
export function ProblemTrend({ problems: { weeks, told }, whose }: ProblemTrendProps): ReactElement {
  const named = (title: string) => (whose === undefined ? title : `${title}, ${whose}`);
  const pointsOf = (values: readonly (number | null)[]) =>
    weeks.map(({ from }, place) => ({ label: dayLabel(from), value: values[place] ?? null }));
  return (
    <>
      <MeasureChart
        title={named("Wrong at the end of seven days, by their first day")}
        name={open}
        unit=""
        look="bars"
        points={pointsOf(weeks.map((week) => week.open))}
        toSave={pointsOf(told.map((week) => week.open))}
      />
      <ScrollTable
        caption={named("What is wrong by week")}
        columns={columns}
        rows={weeks.toReversed()}
        rowKey={({ from }) => from}
      />
      <DefinedFigures figures={["problems-found", "problems-mended", "problems-open", "time-to-mend"]} />
    </>
  );
}

const nameOf = (figure: "problems-found" | "problems-mended" | "problems-open" | "time-to-mend") =>
  figureDefinitions[figure].name;
const open = nameOf("problems-open");

const columns: readonly Column<ProblemWeek>[] = [
  { key: "from", heading: "Seven days from", cell: ({ from }) => formatLondonDate(from) },
  {
    key: "found",
    heading: nameOf("problems-found"),
    numeric: true,
    cell: ({ found }) => formatCount(found),
  },
  {
    key: "mended",
    heading: nameOf("problems-mended"),
    numeric: true,
    cell: ({ mended }) => formatCount(mended),
  },
  { key: "open", heading: open, numeric: true, cell: (week) => formatCount(week.open) },
  { key: "mend", heading: nameOf("time-to-mend"), numeric: true, cell: (week) => inDays(week.daysToMend) },
];
