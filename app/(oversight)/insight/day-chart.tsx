"use client";

import type { ReactElement } from "react";
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

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

const fills = {
  quiet: "var(--chart-quiet)",
  strong: "var(--chart-strong)",
  trouble: "url(#chart-trouble)",
} as const;

/** One bar a day, in parts. The arrow keys walk from day to day and the figures are read out. */
export function DayChart({ title, series, days }: DayChartProps): ReactElement {
  const points = days.map(({ label, counts }) => ({ label, ...counts }));
  return (
    <ResponsiveContainer width="100%" height={260}>
      <BarChart data={points} title={title} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
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
          width={44}
          tick={{ fill: "var(--text)", fontSize: 14 }}
          stroke="var(--border-strong)"
        />
        <Tooltip
          cursor={{ fill: "var(--hover)" }}
          isAnimationActive={false}
          contentStyle={{ background: "var(--surface)", border: "2px solid var(--border-strong)" }}
          labelStyle={{ color: "var(--text)", fontWeight: 700 }}
          itemStyle={{ color: "var(--text)" }}
        />
        <Legend formatter={(name: string) => <span className="chart-legend">{name}</span>} />
        {series.map(({ key, name, look }) => (
          <Bar
            key={key}
            dataKey={key}
            name={name}
            stackId="day"
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
