"use client";

import dynamic from "next/dynamic";
import { useState, type ReactElement } from "react";
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

interface Props extends MeasureChartProps {
  /** The same as far as it may be saved, as files have it, where it counts what small numbers could point at. */
  readonly toSave?: MeasureChartProps["points"];
  /** The scale of these, where what is left out would show in the other. */
  readonly scaleToSave?: MeasureChartProps["scale"];
}

/** One measure as a picture. A table of the same figures belongs beside it. */
export function MeasureChart({ toSave, scaleToSave, ...props }: Props): ReactElement {
  const { title, name, points } = props;
  const [isWithout, leaveOut] = useState(false);
  const areDrawn = () => toSave?.some(({ value }, place) => value !== points[place]?.value) ?? false;
  const drawn = isWithout ? (toSave ?? points) : points;
  return (
    <figure className="chart chart--measure">
      <figcaption className="nhsuk-heading-s">{title}</figcaption>
      <MeasureChartDrawing
        key={String(isWithout)}
        {...props}
        points={drawn}
        {...(isWithout && scaleToSave && { scale: scaleToSave })}
      />
      <SaveChart
        title={title}
        series={[{ name, look: "strong" }]}
        {...(toSave && { small: { areDrawn, leaveOut } })}
      />
    </figure>
  );
}
