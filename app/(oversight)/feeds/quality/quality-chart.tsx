"use client";

import dynamic from "next/dynamic";
import type { ReactElement } from "react";
import type { ChartSeries } from "@/app/(oversight)/insight/day-chart";
import type { QualityMonth } from "@/server/domain/register/quality/read-trend";

/** Drawn in the browser, which knows its width, after everything that can be read without it. */
const DayChart = dynamic(
  () => import("@/app/(oversight)/insight/day-chart").then((module) => module.DayChart),
  {
    ssr: false,
    loading: () => (
      <p className="chart__loading">The chart is being drawn. Its figures are in the table below.</p>
    ),
  },
);

const series: readonly ChartSeries[] = [
  { key: "loaded", name: "Rows loaded", look: "quiet" },
  { key: "rejected", name: "Rows not loaded", look: "trouble" },
];

/** Rows of an average list of each month, loaded or not. */
export function QualityChart({ months }: { readonly months: readonly QualityMonth[] }): ReactElement {
  const title = "Rows of a list, by month: loaded or not";
  return (
    <figure className="chart">
      <figcaption className="nhsuk-heading-s">{title}</figcaption>
      <DayChart
        title={title}
        series={series}
        days={months.map(({ month, lists, rows, loaded }) => ({
          label: monthName.format(new Date(`${month}-15T12:00:00Z`)),
          counts: { loaded: perList(loaded, lists), rejected: perList(rows - loaded, lists) },
        }))}
      />
    </figure>
  );
}

function perList(count: number, lists: number): number {
  return lists === 0 ? 0 : Math.round((count / lists) * 10) / 10;
}

const monthName = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "short" });
