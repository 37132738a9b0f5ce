"use client";

import dynamic from "next/dynamic";
import type { ReactElement } from "react";
import type { FigureChartProps } from "./figure-chart";
import { SaveChart } from "@/app/_ui/chart-file/save-chart";

/** Loaded on pages of figures only, after all that can be read without it; drawn in the browser, which knows its width. */
const FigureChart = dynamic(() => import("./figure-chart").then((module) => module.FigureChart), {
  ssr: false,
  loading: () => (
    <p className="chart__loading">The chart is being drawn. Its figures are in the table below.</p>
  ),
});

/** A picture of figures under its title. A table beside it has all of them. */
export function Chart(props: FigureChartProps): ReactElement {
  return (
    <figure className="chart">
      <figcaption className="nhsuk-heading-s">{props.title}</figcaption>
      <FigureChart {...props} />
      <SaveChart title={props.title} series={props.series} />
    </figure>
  );
}
