import type { UseState } from "@/server/vocabulary/setting-use";

export interface Use {
  readonly state: UseState;
  /** What is usual in seven days; null where that cannot be said. */
  readonly usual: number | null;
}

/** So many weeks of use make a past. */
const leastWeeks = 3;
/** Where this much is usual, nothing at all in a week happens by chance less than once in a hundred weeks. */
const leastUsual = 5;
/** And where this much is, less than half of it. */
const leastForQuieter = 20;

/**
 * Judges the last seven days by the weeks before, oldest first: usual is the median of the weeks from the first to the
 * last in which there was anything, so that a setting that stays silent stays on the list. Pure.
 */
export function judgeUse(weeks: readonly number[], lastWeek: number): Use {
  const inUse = weeks.slice(
    weeks.findIndex((count) => count > 0),
    weeks.findLastIndex((count) => count > 0) + 1,
  );
  if (inUse.length === 0) return { state: lastWeek === 0 ? "unused" : "too-little", usual: null };
  const usual = medianOf(inUse);
  if (inUse.length < leastWeeks || usual < leastUsual) return { state: "too-little", usual: null };
  return { state: stateOf(usual, lastWeek), usual };
}

function stateOf(usual: number, lastWeek: number): UseState {
  if (lastWeek === 0) return "silent";
  return usual >= leastForQuieter && lastWeek * 2 < usual ? "quieter" : "as-usual";
}

function medianOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((one, other) => one - other);
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return (low + high) / 2;
}
