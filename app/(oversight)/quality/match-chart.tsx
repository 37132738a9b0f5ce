import type { ReactElement } from "react";
import { MeasureChart } from "@/app/_ui/measure-chart";
import type { ToldShares } from "@/server/domain/quality/lists-to-tell";
import { matchTargetPercent } from "@/server/vocabulary/feed-answer";

interface MatchPoint extends Pick<ToldShares, "isMatchTold"> {
  readonly label: string;
  readonly rows: number;
  readonly wrong: number;
}

interface MatchChartProps {
  readonly title: string;
  readonly points: readonly MatchPoint[];
}

/** Shares in percent, rounded down, with the line below which they should not be. One that a file hides is not saved. */
export function MatchChart({ title, points }: MatchChartProps): ReactElement {
  const shares = points.map(({ label, rows, wrong }) => ({
    label,
    value: rows === 0 ? null : Math.floor(((rows - wrong) / rows) * 1_000) / 10,
  }));
  const told = shares.map((share, place) => (points[place]?.isMatchTold ? share : { ...share, value: null }));
  return (
    <MeasureChart
      title={title}
      name="Agree with demographics"
      unit="%"
      look="line"
      points={shares}
      scale={scaleOf(shares)}
      toSave={told}
      scaleToSave={scaleOf(told)}
      target={{ value: matchTargetPercent, name: `Aim: ${String(matchTargetPercent)}%` }}
    />
  );
}

function scaleOf(shares: readonly { readonly value: number | null }[]): readonly [number, number] {
  const lowest = Math.min(...shares.flatMap(({ value }) => value ?? []), matchTargetPercent);
  return [Math.max(0, Math.floor(lowest / 5) * 5 - 5), 100];
}
