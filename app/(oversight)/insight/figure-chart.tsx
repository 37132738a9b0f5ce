"use client";

import type { ReactElement } from "react";
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatDuration } from "./format-figure";
import { timeTicks } from "./time-ticks";
import { formatCount } from "@/server/vocabulary/format-count";

export interface ChartSeries {
  readonly key: string;
  readonly name: string;
  /** Each differs in lightness and, where it means trouble, in texture: no reading depends on telling colours apart. */
  readonly look: "quiet" | "strong" | "trouble";
}

export interface ChartPlace {
  /** "23 Nov", a setting, a rung. */
  readonly label: string;
  /** Null where there is nothing to draw. */
  readonly figures: Readonly<Record<string, number | null>>;
  /** Of times: of how many alerts they are. */
  readonly alerts?: number;
}

export interface FigureChartProps {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly places: readonly ChartPlace[];
  /** Parts of a whole stand on each other, figures of their own beside each other. */
  readonly isStacked?: boolean;
  /** Times are given in seconds. */
  readonly unit?: "count" | "time";
  /** Rows of the same table that are no part of the picture, for what is left out when it is saved. */
  readonly notDrawn?: readonly Pick<ChartPlace, "figures">[];
  /** A line across, with its name. */
  readonly target?: { readonly value: number; readonly name: string } | undefined;
}

const fills = {
  quiet: "var(--chart-quiet)",
  strong: "var(--chart-strong)",
  trouble: "url(#chart-trouble)",
} as const;

/** Words that may lie on a bar of any look: an edge of the ground's colour keeps them apart from it. */
const readable = {
  fill: "var(--text)",
  fontSize: 14,
  stroke: "var(--surface)",
  strokeWidth: 4,
  paintOrder: "stroke",
} as const;

/** Bars side by side or in parts. The arrow keys walk from place to place and the figures are read out. */
export function FigureChart(props: FigureChartProps): ReactElement {
  const { title, series, places, isStacked = false, unit = "count", target } = props;
  const points = places.map(({ label, figures }) => ({ label, ...figures }));
  const inWords = (value: unknown) =>
    unit === "time" ? formatDuration(Number(value)) : formatCount(Number(value));
  return (
    <ResponsiveContainer width="100%" height={260}>
      <BarChart data={points} title={title} margin={{ top: 16, right: 8, bottom: 0, left: 0 }}>
        <defs>
          <pattern
            id="chart-trouble"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--chart-trouble)" />
            <rect width="2" height="6" fill="var(--surface)" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis
          dataKey="label"
          tick={{ fill: "var(--text)", fontSize: 14 }}
          stroke="var(--border-strong)"
          minTickGap={24}
        />
        <YAxis
          allowDecimals={false}
          width={unit === "time" ? 84 : 44}
          {...(unit === "time" && scaleOf(props))}
          tickFormatter={inWords}
          tick={{ fill: "var(--text)", fontSize: 14 }}
          stroke="var(--border-strong)"
        />
        <Tooltip
          formatter={inWords}
          cursor={{ fill: "var(--hover)" }}
          isAnimationActive={false}
          contentStyle={{ background: "var(--surface)", border: "2px solid var(--border-strong)" }}
          labelStyle={{ color: "var(--text)", fontWeight: 700 }}
          itemStyle={{ color: "var(--text)" }}
        />
        <Legend
          itemSorter={null}
          formatter={(name: string) => <span className="chart-legend">{name}</span>}
        />
        {target && (
          <ReferenceLine
            y={target.value}
            stroke="var(--text)"
            strokeWidth={2}
            strokeDasharray="6 4"
            label={{ value: target.name, position: "insideBottomRight", ...readable }}
          />
        )}
        {series.map(({ key, name, look }) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            {...(isStacked && { stackId: "whole" })}
            fill={fills[look]}
            stroke="var(--surface)"
            strokeWidth={points.length > 40 ? 0 : 0.5}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** From nothing to the longest time that is drawn, and to what is aimed at. */
function scaleOf({ places, target }: FigureChartProps): { ticks: number[]; domain: [number, number] } {
  const drawn = places.flatMap(({ figures }) => Object.values(figures)).filter((value) => value !== null);
  const ticks = timeTicks(Math.max(0, target?.value ?? 0, ...drawn));
  return { ticks: [...ticks], domain: [0, ticks.at(-1) ?? 1] };
}
