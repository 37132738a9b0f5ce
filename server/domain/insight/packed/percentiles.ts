/** Half, nine in ten and ninety-nine in a hundred had come so far within so many seconds; null where none had. */
export interface Percentiles {
  readonly median: number | null;
  readonly ninetieth: number | null;
  readonly ninetyNinth: number | null;
}

/**
 * The smallest whole seconds that half, nine in ten and ninety-nine in a hundred of so many do not exceed; `at` tells those
 * at a place in order, the first nought. Exact: whole numbers are multiplied, and divided once. Pure.
 */
export function percentilesOf(count: number, at: (place: number) => number | undefined): Percentiles {
  const within = (hundredths: number) =>
    count === 0 ? null : (at(Math.ceil((count * hundredths) / 100) - 1) ?? null);
  return { median: within(50), ninetieth: within(90), ninetyNinth: within(99) };
}
