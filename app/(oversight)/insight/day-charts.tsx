"use client";

import type { ReactElement } from "react";
import { Chart } from "./chart";
import type { ChartPlace, ChartSeries } from "./figure-chart";
import type { FiguresRead } from "@/server/domain/insight/read-figures";
import { measureNames } from "@/server/vocabulary/measure";

const answers: readonly ChartSeries[] = [
  { key: "none-held", name: measureNames["none-held"], look: "quiet" },
  { key: "held", name: measureNames.held, look: "strong" },
  { key: "could-not-check", name: measureNames["could-not-check"], look: "trouble" },
];

const outcomes: readonly ChartSeries[] = [
  { key: "taken", name: "Taken", look: "strong" },
  { key: "not-taken", name: "Not taken", look: "trouble" },
];

/** The days of the period as pictures; the table beside them has the same figures. */
export function DayCharts({ read }: { readonly read: Pick<FiguresRead, "days" | "measures"> }): ReactElement {
  const days = read.days.map(chartDay);
  return (
    <div className="charts">
      {read.measures.includes("held") && (
        <Chart title="Lookups by day and answer" series={answers} places={days} isStacked />
      )}
      <Chart title="Alerts by day, taken or not" series={outcomes} places={days} isStacked />
    </div>
  );
}

function chartDay({ day, figures }: FiguresRead["days"][number]): ChartPlace {
  const { raised, taken } = figures;
  return {
    label: dayLabel.format(new Date(`${day}T12:00:00Z`)),
    figures: {
      held: figures.held ?? 0,
      "none-held": figures["none-held"] ?? 0,
      "could-not-check": figures["could-not-check"] ?? 0,
      taken: taken ?? 0,
      "not-taken": (raised ?? 0) - (taken ?? 0),
    },
  };
}

const dayLabel = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
