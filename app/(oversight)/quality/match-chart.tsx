import type { ReactElement } from "react";
import { MeasureChart } from "@/app/_ui/measure-chart";
import { matchTargetPercent } from "@/server/vocabulary/feed-answer";

interface MatchChartProps {
  readonly title: string;
  readonly points: readonly { readonly label: string; readonly rows: number; readonly wrong: number }[];
}

/** Shares in percent, rounded down, with the line below which they should not be. */
export function MatchChart({ title, points }: MatchChartProps): ReactElement {
  const shares = points.map(({ label, rows, wrong }) => ({
    label,
    value: rows === 0 ? null : Math.floor(((rows - wrong) / rows) * 1_000) / 10,
  }));
  const lowest = Math.min(...shares.flatMap(({ value }) => value ?? []), matchTargetPercent);
  return (
    <MeasureChart
      title={title}
      name="Agree with demographics"
      unit="%"
      look="line"
      points={shares}
      scale={[Math.max(0, Math.floor(lowest / 5) * 5 - 5), 100]}
      target={{ value: matchTargetPercent, name: `Aim: ${String(matchTargetPercent)}%` }}
    />
  );
}
