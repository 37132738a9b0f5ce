"use client";

import type { ReactElement } from "react";
import { Chart } from "@/app/(oversight)/insight/chart";
import type { ChartSeries } from "@/app/(oversight)/insight/figure-chart";
import type { QualityMonth } from "@/server/domain/register/quality/read-trend";
import { dateFormat } from "@/server/vocabulary/date-format";

const series: readonly ChartSeries[] = [
  { key: "loaded", name: "Rows loaded", look: "quiet" },
  { key: "rejected", name: "Rows not loaded", look: "trouble" },
];

/** Rows of an average list of each month, loaded or not. */
export function QualityChart({ months }: { readonly months: readonly QualityMonth[] }): ReactElement {
  return (
    <Chart
      title="Rows of a list, by month: loaded or not"
      series={series}
      isStacked
      places={months.map(({ month, lists, rows, loaded }) => ({
        label: monthName(new Date(`${month}-15T12:00:00Z`)),
        figures: { loaded: perList(loaded, lists), rejected: perList(rows - loaded, lists) },
      }))}
    />
  );
}

function perList(count: number, lists: number): number {
  return lists === 0 ? 0 : Math.round((count / lists) * 10) / 10;
}

const monthName = dateFormat({ timeZone: "UTC", month: "short" });
