import type { Measure } from "@/server/vocabulary/measure";
import { formatCount } from "@/server/vocabulary/format-count";

/** A figure as it is shown: a count with separators, or a wait as a duration; a dash where there is no wait. */
export function formatFigure(measure: Measure, value: number | null): string {
  if (value === null) return "–";
  return isWait(measure) ? formatDuration(value) : formatCount(value);
}

function isWait(measure: Measure): boolean {
  return measure === "median-wait" || measure === "long-wait";
}

/** "45 s", "2 min 10 s", "1 h 5 min": the two largest parts are enough to judge a wait by. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3_600);
  const minutes = Math.floor((whole % 3_600) / 60);
  if (hours > 0) return joinParts(`${String(hours)} h`, minutes, "min");
  if (minutes > 0) return joinParts(`${String(minutes)} min`, whole % 60, "s");
  return `${String(whole)} s`;
}

function joinParts(large: string, small: number, unit: string): string {
  return small === 0 ? large : `${large} ${String(small)} ${unit}`;
}
