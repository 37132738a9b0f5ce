import { none } from "@/server/domain/insight/packed/unpack";

/** How many alerts took how many seconds. */
export interface CountedSeconds {
  /** Those without seconds are counted here alone. */
  readonly all: number;
  /** Those that have seconds. */
  readonly reached: number;
  /** For each number of seconds how many have fewer, as far as they are counted second by second. */
  readonly below: Int32Array;
  /** The places of the few that took longer, in order of their seconds. */
  readonly long: readonly number[];
  readonly seconds: Int32Array;
}

/** Seconds below this, a day and a half, are counted second by second; the few above it are compared with each other. */
export const countedBelow = 2 ** 17;

/** Counts them, in a tenth of the time that comparing half a million would take; `none` has no seconds. Pure. */
export function countSeconds(seconds: Int32Array): CountedSeconds {
  const below = new Int32Array(countedBelow + 1);
  const long: number[] = [];
  for (let place = 0; place < seconds.length; place += 1) {
    const one = seconds[place] ?? none;
    if (one >= countedBelow) long.push(place);
    else if (one !== none) below[one + 1] = (below[one + 1] ?? 0) + 1;
  }
  for (let second = 1; second < below.length; second += 1) {
    below[second] = (below[second] ?? 0) + (below[second - 1] ?? 0);
  }
  long.sort((one, other) => (seconds[one] ?? 0) - (seconds[other] ?? 0));
  return { all: seconds.length, reached: (below.at(-1) ?? 0) + long.length, below, long, seconds };
}

/** A number of each alert that has seconds, in the order of its seconds, the fewest first. Pure. */
export function inOrderOfSeconds(
  numbers: Int32Array,
  { seconds, reached, below, long }: CountedSeconds,
): Int32Array {
  const ordered = new Int32Array(reached);
  const next = below.slice();
  for (let place = 0; place < seconds.length; place += 1) {
    const one = seconds[place] ?? none;
    if (one === none || one >= countedBelow) continue;
    const rank = next[one] ?? 0;
    ordered[rank] = numbers[place] ?? none;
    next[one] = rank + 1;
  }
  for (const [rank, place] of long.entries()) ordered[reached - long.length + rank] = numbers[place] ?? none;
  return ordered;
}

/** How many have fewer seconds than that. Pure. */
export function countBelow({ seconds, reached, below, long }: CountedSeconds, limit: number): number {
  if (limit <= countedBelow) return below[limit] ?? 0;
  return reached - long.length + long.filter((place) => (seconds[place] ?? 0) < limit).length;
}

/** The seconds of the one at that place in order, the first nought; found by halving. Pure. */
export function secondsAt({ seconds, reached, below, long }: CountedSeconds, at: number): number | undefined {
  const ofLong = at - (reached - long.length);
  if (ofLong >= 0) return seconds[long[ofLong] ?? -1];
  let [from, to] = [0, countedBelow];
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if ((below[middle] ?? 0) <= at) from = middle;
    else to = middle;
  }
  return from;
}
