import type { ReactElement } from "react";
import { countedWords } from "./uptake-words";
import type { Column } from "@/app/_ui/data-table";
import { MeasureChart } from "@/app/_ui/measure-chart";
import { ScrollTable } from "@/app/_ui/scroll-table";
import type { Uptake } from "@/server/domain/uptake/read-uptake";
import { formatLondonDate } from "@/server/vocabulary/london-time";
import { formatCount } from "@/server/vocabulary/format-count";
import { dateFormat } from "@/server/vocabulary/date-format";

/** All settings together, week by week, as a picture and as a table. */
export function WeekFigures({
  weeks,
  told,
  counted,
}: Pick<Uptake, "weeks" | "told" | "counted">): ReactElement {
  const { name } = countedWords[counted];
  return (
    <>
      <h2 className="nhsuk-heading-m">Week by week</h2>
      <MeasureChart
        title={`${name}, by week up to yesterday`}
        name={name}
        unit=""
        look="bars"
        points={weeks.map(({ from, count }) => ({ label: dayLabel(from), value: count }))}
        toSave={weeks.map(({ from }, place) => ({ label: dayLabel(from), value: told[place] ?? null }))}
      />
      <ScrollTable
        caption={`${name} by week, newest first`}
        columns={columnsOf(name)}
        rows={weeks.toReversed()}
        rowKey={({ from }) => from}
      />
    </>
  );
}

function columnsOf(name: string): readonly Column<Uptake["weeks"][number]>[] {
  return [
    { key: "from", heading: "Seven days from", cell: ({ from }) => formatLondonDate(from) },
    { key: "count", heading: name, numeric: true, cell: ({ count }) => formatCount(count) },
  ];
}

function dayLabel(day: string): string {
  return dayFormat(new Date(`${day}T12:00:00Z`));
}

const dayFormat = dateFormat({ timeZone: "UTC", day: "numeric", month: "short" });
