"use client";

import type { ReactElement } from "react";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

export interface MeasurePoint {
  /** "23 Nov". */
  readonly label: string;
  /** Null where there is nothing to measure: no point is drawn. */
  readonly value: number | null;
}

export interface MeasureChartProps {
  readonly title: string;
  /** What is measured, as it is read out with each value. */
  readonly name: string;
  readonly unit: string;
  readonly look: "bars" | "line";
  readonly points: readonly MeasurePoint[];
  /** The lowest and the highest value of the scale, where it does not begin at nothing. */
  readonly scale?: readonly [number, number];
  /** A dashed line at what is aimed at. */
  readonly target?: { readonly value: number; readonly name: string };
}

const tick = { fill: "var(--text)", fontSize: 14 } as const;

/** One measure from left to right. The arrow keys walk from value to value, and each is read out. */
export function MeasureChartDrawing(props: MeasureChartProps): ReactElement {
  const { title, name, unit, look, points, scale, target } = props;
  return (
    <ResponsiveContainer width="100%" height={240}>
      <ComposedChart data={[...points]} title={title} margin={{ top: 16, right: 12, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--border)" />
        <XAxis dataKey="label" tick={tick} stroke="var(--border-strong)" minTickGap={24} />
        <YAxis
          domain={scale === undefined ? [0, "auto"] : [...scale]}
          // Half a thing is nothing that could be counted.
          allowDecimals={unit !== ""}
          width={52}
          {...(scale && { tickCount: (scale[1] - scale[0]) / 5 + 1 })}
          // Only what is short enough for the scale; a title says the others.
          unit={unit === "%" ? unit : ""}
          tick={tick}
          stroke="var(--border-strong)"
        />
        <Tooltip
          cursor={{ fill: "var(--hover)", stroke: "var(--border-strong)" }}
          isAnimationActive={false}
          contentStyle={{ background: "var(--surface)", border: "2px solid var(--border-strong)" }}
          labelStyle={{ color: "var(--text)", fontWeight: 700 }}
          itemStyle={{ color: "var(--text)" }}
        />
        {target !== undefined && (
          <ReferenceLine
            y={target.value}
            stroke="var(--chart-trouble)"
            strokeDasharray="6 4"
            strokeWidth={2}
            label={{ value: target.name, position: "insideBottomRight", fill: "var(--text)", fontSize: 14 }}
          />
        )}
        {look === "bars" ? (
          <Bar dataKey="value" name={name} unit={unit} fill="var(--chart-strong)" isAnimationActive={false} />
        ) : (
          <Line
            dataKey="value"
            name={name}
            unit={unit}
            stroke="var(--chart-strong)"
            strokeWidth={3}
            dot={{ r: 3, fill: "var(--chart-strong)" }}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
