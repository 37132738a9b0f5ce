"use client";

import dynamic from "next/dynamic";
import type { ReactElement } from "react";
import { SaveChart } from "./chart-file/save-chart";
import type { MeasureChartProps } from "./measure-chart-drawing";

/** Loaded after everything that can be read without it; drawn in the browser, which knows its width. */
const MeasureChartDrawing = dynamic(
  () => import("./measure-chart-drawing").then((module) => module.MeasureChartDrawing),
  {
    ssr: false,
    loading: () => (
      <p className="chart__loading">The chart is being drawn. Its figures are in the table below.</p>
    ),
  },
);

/** One measure as a picture. A table of the same figures belongs beside it. */
export function MeasureChart(props: MeasureChartProps): ReactElement {
  return (
    <figure className="chart chart--measure">
      <figcaption className="nhsuk-heading-s">{props.title}</figcaption>
      <MeasureChartDrawing {...props} />
      <SaveChart title={props.title} series={[{ name: props.name, look: "strong" }]} />
    </figure>
  );
}
