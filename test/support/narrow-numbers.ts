/** What a reader knows of a number: it lies between these. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Numbers by name, each added so many times: together they are nought. */
export type Sum = Readonly<Record<string, number>>;

/**
 * What follows from known numbers by sums that add up to nought: each number lies where the others leave it. Counts are never
 * negative. All that is known has to be true: else there is no end.
 */
export function narrowNumbers(
  known: ReadonlyMap<string, Range>,
  sums: readonly Sum[],
): ReadonlyMap<string, Range> {
  const ranges = new Map(known);
  const of = (name: string): Range => ranges.get(name) ?? { low: 0, high: Infinity };
  const places = sums.flatMap((sum) => Object.keys(sum).map((name) => ({ name, sum })));
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const { name, sum } of places) {
      const [before, left] = [of(name), leftFor(name, sum, of)];
      const range = { low: Math.max(before.low, left.low), high: Math.min(before.high, left.high) };
      if (range.low === before.low && range.high === before.high) continue;
      ranges.set(name, range);
      isSettled = false;
    }
  }
  return ranges;
}

/** Where the others of a sum leave one of it, which is in it once, added or taken. */
function leftFor(name: string, sum: Sum, of: (name: string) => Range): Range {
  const sign = sum[name] ?? 1;
  let [low, high] = [0, 0];
  for (const [other, times] of Object.entries(sum)) {
    if (other === name) continue;
    const { low: least, high: most } = of(other);
    // Taken to the other side.
    const isTaken = times * sign > 0;
    low += isTaken ? -most : least;
    high += isTaken ? -least : most;
  }
  return { low, high };
}
