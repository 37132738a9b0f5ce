"use client";

import type { ReactElement } from "react";
import { FigureChart } from "./figure-chart";

export interface ChartSeries {
  readonly key: string;
  readonly name: string;
  /** Each differs in lightness and, where it means trouble, in texture: no reading depends on telling colours apart. */
  readonly look: "quiet" | "strong" | "trouble";
}

export interface ChartDay {
  /** "23 Nov". */
  readonly label: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface DayChartProps {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly days: readonly ChartDay[];
}

/** One bar a day, in parts. */
export function DayChart({ title, series, days }: DayChartProps): ReactElement {
  const places = days.map(({ label, counts }) => ({ label, figures: counts }));
  return <FigureChart title={title} series={series} places={places} isStacked />;
}
