import type { ReactElement } from "react";
import { aboutFigures } from "./about-figures";
import { AsAt } from "./as-at";
import { FiguresTable } from "./figures-table";
import { CountedWith } from "./counted-with";
import { HeadlineFigures } from "./headline-figures";
import { DefinedFigures } from "./defined-figures";
import { InsightNav } from "./insight-nav";
import { InsightTools } from "./insight-tools";
import { PartCharts } from "./part-charts";
import { partName, partsInWords } from "./part-name";
import { PeriodPicker } from "./period-picker";
import { Verdict } from "./verdict";
import { ChartsAbout } from "@/app/_ui/chart-file/charts-about";
import type { Figures, FiguresRead } from "@/server/domain/insight/read-figures";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import type { Measure } from "@/server/vocabulary/measure";
import type { PeriodRequest } from "@/server/vocabulary/period";
import { periodUnitNames } from "@/server/vocabulary/period-parts";

interface FiguresViewProps {
  readonly read: FiguresRead;
  /** Undefined where what was asked could not be read. */
  readonly asked: PeriodRequest | undefined;
}

/** Whether it works, in one line; the figures; then its days, weeks or months as pictures and as a table, and where it happened. */
export function FiguresView({ read, asked }: FiguresViewProps): ReactElement {
  const { unit } = read;
  const inWords = partsInWords(read);
  return (
    <ChartsAbout about={aboutFigures(read)}>
      <InsightNav here="/insight" from={read.from} to={read.to} />
      {!read.isBehind && <Verdict read={read} />}
      <p>
        {formatLondonDate(read.from)} to {formatLondonDate(read.to)}. Choose a figure to see what it counts.
      </p>
      <AsAt age={read} />
      <CountedWith predecessors={read.predecessors} />
      <PeriodPicker asked={asked} from={read.from} to={read.to} action="/insight" />
      <HeadlineFigures read={read} />
      <DefinedFigures figures={read.measures} />
      <h2 className="nhsuk-heading-m">By {unit}</h2>
      {inWords !== undefined && <p>{inWords}</p>}
      <PartCharts read={{ unit, parts: read.parts, measures: read.measures }} />
      <FiguresTable
        caption={`Figures by ${unit}, the newest first`}
        firstHeading={periodUnitNames[unit]}
        measures={read.measures}
        rows={read.parts.toReversed().map((part) => ({
          name: partName(unit, part),
          slice: { from: part.from, to: part.to },
          figures: inOrder(part.figures, read.measures),
        }))}
      />
      <h2 className="nhsuk-heading-m">{groupHeadings[read.grouping]}</h2>
      <Groups read={read} />
      <InsightTools page="figures" query={{ from: read.from, to: read.to }} />
    </ChartsAbout>
  );
}

function Groups({ read }: { readonly read: FiguresRead }): ReactElement {
  if (read.groups.length === 0) return <p>There is nothing to count in this period.</p>;
  const measures = groupMeasures(read);
  const { from, to } = read;
  return (
    <FiguresTable
      caption={`Figures ${groupHeadings[read.grouping].toLowerCase()}`}
      firstHeading={read.grouping === "authority" ? "Authority" : "Care setting"}
      measures={measures}
      rows={read.groups.map(({ id, name, figures }) => ({
        name,
        slice: { from, to, groupId: id },
        figures: inOrder(figures, measures),
      }))}
    />
  );
}

function inOrder(figures: Figures, measures: readonly Measure[]): readonly (number | null)[] {
  return measures.map((measure) => figures[measure]);
}

const groupHeadings = { authority: "By authority", setting: "By care setting" } as const;

/** A lookup belongs to no authority until it raises an alert, so authorities are compared by their alerts. */
function groupMeasures({ grouping, measures }: FiguresRead): readonly Measure[] {
  return grouping === "setting" ? measures : measures.filter((measure) => alertMeasures.has(measure));
}

const alertMeasures: ReadonlySet<Measure> = new Set([
  "raised",
  "taken",
  "unreached",
  "median-wait",
  "long-wait",
]);
