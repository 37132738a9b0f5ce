"use client";

import dynamic from "next/dynamic";
import { useState, type ReactElement } from "react";
import type { FigureChartProps } from "./figure-chart";
import { SaveChart } from "@/app/_ui/chart-file/save-chart";
import { withoutSmall } from "@/app/_ui/chart-file/without-small";

/** Loaded on pages of figures only, after all that can be read without it; drawn in the browser, which knows its width. */
const FigureChart = dynamic(() => import("./figure-chart").then((module) => module.FigureChart), {
  ssr: false,
  loading: () => (
    <p className="chart__loading">The chart is being drawn. Its figures are in the table below.</p>
  ),
});

/** A picture of figures under its title. A table beside it has all of them; small numbers are left out of what is saved. */
export function Chart(props: FigureChartProps): ReactElement {
  const { title, series, unit = "count", notDrawn = [] } = props;
  const [isWithout, leaveOut] = useState(false);
  const keys = series.map(({ key }) => key);
  const without = () => withoutSmall(props.places, keys, { unit, notDrawn });
  const areDrawn = () => without().isHidden;
  return (
    <figure className="chart">
      <figcaption className="nhsuk-heading-s">{title}</figcaption>
      {/* Another key: nothing of the drawing with small numbers is left in the other. */}
      <FigureChart key={String(isWithout)} {...props} {...(isWithout && { places: without().places })} />
      <SaveChart title={title} series={series} small={{ areDrawn, leaveOut }} />
    </figure>
  );
}
