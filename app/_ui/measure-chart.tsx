"use client";

import dynamic from "next/dynamic";
import { useState, type ReactElement } from "react";
import { SaveChart } from "./chart-file/save-chart";
import { withoutSmall } from "./chart-file/without-small";
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
  /** It counts what small numbers could point at: they are left out of what is saved. */
  readonly hidesSmall?: boolean;
}

/** One measure as a picture. A table of the same figures belongs beside it. */
export function MeasureChart({ hidesSmall = false, ...props }: Props): ReactElement {
  const { title, name, points } = props;
  const [isWithout, leaveOut] = useState(false);
  const areDrawn = () => countedWithout(points).isHidden;
  const drawn = isWithout ? countedWithout(points).places : points;
  return (
    <figure className="chart chart--measure">
      <figcaption className="nhsuk-heading-s">{title}</figcaption>
      <MeasureChartDrawing key={String(isWithout)} {...props} points={drawn} />
      <SaveChart
        title={title}
        series={[{ name, look: "strong" }]}
        {...(hidesSmall && { small: { areDrawn, leaveOut } })}
      />
    </figure>
  );
}

function countedWithout(points: MeasureChartProps["points"]) {
  const counts = points.map(({ label, value }) => ({ label, figures: { value } }));
  const { places, isHidden } = withoutSmall(counts, ["value"], { unit: "count" });
  return { places: places.map(({ label, figures }) => ({ label, value: figures.value })), isHidden };
}
