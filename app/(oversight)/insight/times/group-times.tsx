import type { ReactElement } from "react";
import { groupName } from "./group-name";
import { groupSlice } from "./group-slice";
import { timeCells, timeColumns, timeRows } from "./time-cells";
import { WeekGrid } from "./week-grid";
import { Chart } from "@/app/(oversight)/insight/chart";
import { formatDuration } from "@/app/(oversight)/insight/format-figure";
import { partsInWords } from "@/app/(oversight)/insight/part-name";
import { PlainTable } from "@/app/(oversight)/insight/plain-table";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { alertStepNames, targetSeconds, timeBreakdownName } from "@/server/vocabulary/alert-step";

const series = [
  { key: "median", name: "Median", look: "strong" },
  { key: "ninetieth", name: "90th percentile", look: "quiet" },
  { key: "ninetyNinth", name: "99th percentile", look: "trouble" },
] as const;

/** The step that is looked at, by day, hour of the week, setting, channel or rung: a picture and the same in a table. */
export function GroupTimes({ read }: { readonly read: TimesRead }): ReactElement {
  const { groups, request } = read;
  const by = timeBreakdownName(request.by, read.unit);
  const drawn = drawnOf(read);
  const inWords = request.by === "day" ? partsInWords(read) : undefined;
  const title = `${alertStepNames[request.step]} by ${by.toLowerCase()}`;
  return (
    <>
      <h2 className="nhsuk-heading-m">{title}</h2>
      {inWords !== undefined && <p>{inWords}</p>}
      {groups.length === 0 ? (
        <p>No alert was raised in these days.</p>
      ) : request.by === "hour-of-week" ? (
        <WeekGrid read={read} title={title} />
      ) : (
        <>
          <div className="charts">
            <Chart
              title={drawnTitle(title, drawn.length, groups.length)}
              series={series}
              unit="time"
              places={drawn.map((group) => placeOf(read, group))}
              target={targetOf(read)}
            />
          </div>
          <PlainTable
            caption={title}
            firstHeading={by}
            columns={timeColumns}
            rows={(request.by === "day" ? groups.toReversed() : groups).map((group) => ({
              name: groupName(read, group),
              cells: timeCells(group),
              slice: groupSlice(read, group.key),
              opens: timeRows(request.step),
            }))}
          />
        </>
      )}
    </>
  );
}

/** More bars than this are a thicket, in which nobody finds a setting. */
const mostSettingsDrawn = 40;

function drawnOf({ groups, request }: TimesRead): TimesRead["groups"] {
  if (request.by !== "setting" || groups.length <= mostSettingsDrawn) return groups;
  return groups.toSorted((one, other) => other.raised - one.raised).slice(0, mostSettingsDrawn);
}

/** What is left out is said in the title, so that a picture that is taken away says it too. */
function drawnTitle(title: string, drawn: number, all: number): string {
  return drawn === all ? title : `${title}, the ${String(drawn)} of ${String(all)} with the most alerts`;
}

function placeOf(read: TimesRead, group: TimesRead["groups"][number]) {
  const { median, ninetieth, ninetyNinth, reached } = group;
  return {
    label: groupName(read, group, "short"),
    figures: { median, ninetieth, ninetyNinth },
    alerts: reached,
  };
}

function targetOf({ request }: TimesRead) {
  const value = targetSeconds[request.step];
  return value === undefined ? undefined : { value, name: `Aimed at: ${formatDuration(value)}` };
}
