import type { ReactElement } from "react";
import { barNames } from "./bar-names";
import { openedFromTimes } from "./opened-from-times";
import { partDays } from "./part-days";
import { Chart } from "@/app/(oversight)/insight/chart";
import { PlainTable } from "@/app/(oversight)/insight/plain-table";
import type { TimesRead } from "@/server/domain/insight/read-times";
import { alertStepNames } from "@/server/vocabulary/alert-step";
import { formatCount } from "@/server/vocabulary/format-count";

const series = {
  all: { key: "all", name: "Alerts", look: "strong" },
  before: { key: "before", name: "Before", look: "quiet" },
  after: { key: "after", name: "From that day", look: "strong" },
} as const;

/** How many alerts took how long to the step that is looked at. */
export function Distribution({ read }: { readonly read: TimesRead }): ReactElement {
  const { bars, steps, request, from, to } = read;
  const parts = request.splitOn === undefined ? [series.all] : [series.before, series.after];
  const title = `How long until ${alertStepNames[request.step].toLowerCase()}`;
  const places = barNames.map((label, index) => ({
    label,
    figures: Object.fromEntries(
      parts.map(({ key }) => [key, bars.find(({ part, bar }) => part === key && bar === index)?.alerts ?? 0]),
    ),
  }));
  const notSoFar = Object.fromEntries(
    parts.map(({ key }) => {
      const row = steps.find(({ part, step }) => part === key && step === request.step);
      return [key, (row?.raised ?? 0) - (row?.reached ?? 0)];
    }),
  );
  return (
    <>
      <h2 className="nhsuk-heading-m">{title}</h2>
      <div className="charts">
        <Chart
          title={`${title}: number of alerts`}
          series={parts}
          places={places}
          notDrawn={[{ figures: notSoFar }]}
        />
      </div>
      <PlainTable
        caption={`${title}, in alerts`}
        firstHeading="Time"
        columns={parts.map(({ key, name }) => ({
          key,
          name,
          opens: request.step,
          days: partDays(read, key),
        }))}
        rows={places.map(({ label, figures }, bar) => ({
          name: label,
          cells: Object.fromEntries(
            Object.entries(figures).map(([key, alerts]) => [key, formatCount(alerts)]),
          ),
          slice: { from, to, cut: { by: "bar", is: String(bar) }, ...openedFromTimes(read) },
        }))}
      />
    </>
  );
}
