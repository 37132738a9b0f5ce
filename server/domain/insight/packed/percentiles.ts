import { none } from "@/server/domain/insight/packed/unpack";

/** Half, nine in ten and ninety-nine in a hundred had come so far within so many seconds; null where none had. */
export interface Percentiles {
  readonly median: number | null;
  readonly ninetieth: number | null;
  readonly ninetyNinth: number | null;
}

/**
 * The smallest whole seconds that half, nine in ten and ninety-nine in a hundred of these do not exceed. They are in order.
 * Exact: whole numbers are multiplied, and divided once. Pure.
 */
export function percentilesOf(sorted: Int32Array): Percentiles {
  return percentilesAt(sorted.length, (place) => sorted[place]);
}

/** So many are counted sooner than put in order. */
const many = 10_000;

/** Seconds below this, a day and a half, are counted second by second; the few above it are put in order. */
const countedBelow = 2 ** 17;

/**
 * The same of seconds in any order, and how many there are; `none` is none of them. Half a million of them are counted in a
 * tenth of the time that it takes to put them in order. Pure.
 */
export function percentilesOfAll(seconds: Int32Array): Percentiles & { readonly reached: number } {
  if (seconds.length < many) {
    const sorted = seconds.filter((one) => one !== none).sort();
    return { reached: sorted.length, ...percentilesOf(sorted) };
  }
  return countSecondBySecond(seconds);
}

function countSecondBySecond(seconds: Int32Array): Percentiles & { readonly reached: number } {
  const counts = new Int32Array(countedBelow);
  const long: number[] = [];
  let reached = 0;
  for (let place = 0; place < seconds.length; place += 1) {
    const one = seconds[place] ?? none;
    if (one === none) continue;
    reached += 1;
    if (one < countedBelow) counts[one] = (counts[one] ?? 0) + 1;
    else long.push(one);
  }
  const sortedLong = Int32Array.from(long).sort();
  return { reached, ...percentilesAt(reached, (place) => secondsAt(counts, place, sortedLong)) };
}

/** The seconds at a place in order, the first nought; undefined behind the last. */
function secondsAt(counts: Int32Array, place: number, sortedLong: Int32Array): number | undefined {
  let passed = 0;
  for (let seconds = 0; seconds < counts.length; seconds += 1) {
    passed += counts[seconds] ?? 0;
    if (passed > place) return seconds;
  }
  return sortedLong[place - passed];
}

function percentilesAt(count: number, at: (place: number) => number | undefined): Percentiles {
  const within = (hundredths: number) =>
    count === 0 ? null : (at(Math.ceil((count * hundredths) / 100) - 1) ?? null);
  return { median: within(50), ninetieth: within(90), ninetyNinth: within(99) };
}
