/** Half, nine in ten and ninety-nine in a hundred had come so far within so many seconds; null where none had. */
export interface Percentiles {
  readonly median: number | null;
  readonly ninetieth: number | null;
  readonly ninetyNinth: number | null;
}

/**
 * The smallest whole seconds that half, nine in ten and ninety-nine in a hundred do not exceed, of so many that are in order:
 * `secondsAt` tells those at a place. Exact: whole numbers are multiplied, and divided once. Pure.
 */
export function percentilesOf(count: number, secondsAt: (place: number) => number | undefined): Percentiles {
  const within = (hundredths: number) => secondsAt(Math.ceil((count * hundredths) / 100) - 1) ?? null;
  return { median: within(50), ninetieth: within(90), ninetyNinth: within(99) };
}
