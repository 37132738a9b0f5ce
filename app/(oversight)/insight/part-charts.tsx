"use client";

import type { ReactElement } from "react";
import { Chart } from "./chart";
import type { ChartPlace, ChartSeries } from "./figure-chart";
import { partLabel } from "./part-name";
import type { FiguresRead } from "@/server/domain/insight/read-figures";
import { measureNames } from "@/server/vocabulary/measure";

interface PartChartsProps {
  readonly read: Pick<FiguresRead, "unit" | "parts" | "measures">;
}

/** In the order of the file, so that the same small numbers are left out of both. */
const answers: readonly ChartSeries[] = [
  { key: "held", name: measureNames.held, look: "strong" },
  { key: "none-held", name: measureNames["none-held"], look: "quiet" },
  { key: "could-not-check", name: measureNames["could-not-check"], look: "trouble" },
];

const outcomes: readonly ChartSeries[] = [
  { key: "taken", name: "Taken", look: "strong" },
  { key: "not-taken", name: "Not taken", look: "trouble" },
];

/** The days, weeks or months of the period as pictures; the table beside them has the same figures. */
export function PartCharts({ read }: PartChartsProps): ReactElement {
  const { unit } = read;
  const places = read.parts.map((part) => chartPlace(unit, part));
  return (
    <div className="charts">
      {read.measures.includes("held") && (
        <Chart title={`Lookups by ${unit} and answer`} series={answers} places={places} isStacked />
      )}
      <Chart title={`Alerts by ${unit}, taken or not`} series={outcomes} places={places} isStacked />
    </div>
  );
}

function chartPlace(unit: FiguresRead["unit"], part: FiguresRead["parts"][number]): ChartPlace {
  const { figures } = part;
  const { raised, taken } = figures;
  return {
    label: partLabel(unit, part),
    figures: {
      held: figures.held ?? 0,
      "none-held": figures["none-held"] ?? 0,
      "could-not-check": figures["could-not-check"] ?? 0,
      taken: taken ?? 0,
      "not-taken": (raised ?? 0) - (taken ?? 0),
    },
  };
}
