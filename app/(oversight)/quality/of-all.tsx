import type { ReactElement } from "react";
import { authorityRow } from "./authority-row";
import { AuthorityTable } from "./authority-table";
import { dayLabel } from "./day-label";
import { codesOfAll } from "./codes-of-all";
import { MatchChart } from "./match-chart";
import { CodesTable } from "./problems-by-code";
import { ProblemTrend } from "./problem-trend";
import { minutesInWords, timeToMend, workDefinition } from "./quality-figures";
import { WorkAge } from "./work-age";
import { inPercent } from "@/app/(oversight)/feeds/quality/quality-words";
import { aboutUpTo } from "@/app/_ui/chart-file/about-up-to";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import type { Column } from "@/app/_ui/data-table";
import { FigureList } from "@/app/_ui/figure-list";
import { PageVerdict } from "@/app/_ui/page-verdict";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { DataQuality } from "@/server/domain/quality/read-data-quality";
import type { ListWeek } from "@/server/domain/quality/read-trend";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatCount } from "@/server/vocabulary/format-count";

/** Every authority's lists: all together in figures and by week, then each, the worst first. */
export function OfAll({ quality }: { readonly quality: DataQuality }): ReactElement {
  const { authorities, weeks, asAt } = quality;
  const codes = codesOfAll(authorities);
  const bad = authorities.filter(({ findings }) => findings.some(({ level }) => level === "bad")).length;
  return (
    <ChartsAbout about={aboutUpTo("Lists", asAt)}>
      <PageVerdict
        level={bad > 0 ? "bad" : "fine"}
        line={
          bad === 0
            ? "No authority’s lists put children at risk of not being found."
            : `${String(bad)} of ${String(authorities.length)} authorities have lists that put children at risk of not being found.`
        }
        asAt={asAt}
        path="/quality"
      />
      <p>Choose a figure to see what it counts.</p>
      <FigureList figures={figuresOfAll(quality)} />
      <WorkAge age={quality.workAge} />
      <h2 className="nhsuk-heading-m">Week by week</h2>
      <MatchChart
        title="Share that agrees with demographics, by week"
        points={weeks.map(({ from, unmatched: wrong, ...week }) => ({
          label: dayLabel(from),
          wrong,
          ...week,
        }))}
      />
      <ScrollTable
        caption="Lists by week, newest first"
        columns={weekColumns}
        rows={weeks.toReversed()}
        rowKey={({ from }) => from}
      />
      {quality.problems.weeks.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">What is wrong, week by week</h2>
          <ProblemTrend problems={quality.problems} />
        </>
      )}
      <h2 className="nhsuk-heading-m">By code</h2>
      {codes.length === 0 ? (
        <p>The newest lists show nothing that is wrong.</p>
      ) : (
        <CodesTable byCode={codes} />
      )}
      <h2 className="nhsuk-heading-m">By authority</h2>
      <AuthorityTable authorities={authorities.map(authorityRow)} />
    </ChartsAbout>
  );
}

function figuresOfAll({ authorities, mending }: DataQuality) {
  const newest = authorities.flatMap((authority) => authority.newest ?? []);
  const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);
  const rows = sum(newest.map((list) => list.rows));
  const beside = `of ${formatCount(rows)} rows`;
  return [
    {
      name: "Agrees with demographics",
      value: inPercent(rows - sum(newest.map(({ unmatched }) => unmatched)), rows),
      beside,
      definition:
        "Rows of the newest list of each authority whose number, names and date of birth demographics knows, of all rows of these lists; rounded down.",
    },
    {
      name: "Loaded",
      value: inPercent(sum(newest.map(({ loaded }) => loaded)), rows),
      beside,
      definition:
        "Rows of the newest list of each authority that were loaded, of all rows of these lists; rounded down.",
    },
    {
      name: "Wrong today",
      value: formatCount(sum(authorities.map(({ openCount }) => openCount))),
      definition:
        "What the newest lists show to be wrong, with plans that they leave out. A thing is counted once, however many lists have shown it.",
    },
    ...(mending === null ? [] : [timeToMend(mending)]),
    {
      name: "Time on the lists",
      value: minutesInWords(medianOf(authorities.flatMap(({ work }) => work?.minutesADay ?? []))),
      beside: "a day; half of the authorities spend less",
      definition: workDefinition,
    },
  ];
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const weekColumns: readonly Column<ListWeek>[] = [
  { key: "from", heading: "Seven days from", cell: ({ from }) => formatLondonDate(from) },
  { key: "lists", heading: "Lists", numeric: true, cell: ({ lists }) => formatCount(lists) },
  { key: "rows", heading: "Rows", numeric: true, cell: ({ rows }) => formatCount(rows) },
  {
    key: "matched",
    heading: "Agree with demographics",
    numeric: true,
    cell: ({ rows, unmatched }) => inPercent(rows - unmatched, rows),
  },
  { key: "loaded", heading: "Loaded", numeric: true, cell: ({ rows, loaded }) => inPercent(loaded, rows) },
];
