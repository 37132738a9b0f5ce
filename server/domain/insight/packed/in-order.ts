import { none } from "@/server/domain/insight/packed/unpack";

/** Seconds of alerts, and the places of those that have some in their order. */
export interface Ordered {
  readonly seconds: Int32Array;
  readonly inOrder: Int32Array;
}

/** Seconds below this, a day and a half, are counted second by second; the few above it are compared with each other. */
const countedBelow = 2 ** 17;

/**
 * The places of those that have seconds, the fewest seconds first; `none` is left out. Half a million are put in order once
 * for all that is asked of them, and in a tenth of the time that comparing them would take. Pure.
 */
export function inOrderOfSeconds(seconds: Int32Array): Int32Array {
  const { starts, long } = countEach(seconds);
  const places = new Int32Array((starts.at(-1) ?? 0) + long.length);
  places.set(long, starts.at(-1) ?? 0);
  for (let place = 0; place < seconds.length; place += 1) {
    const one = seconds[place] ?? none;
    if (one === none || one >= countedBelow) continue;
    const start = starts[one] ?? 0;
    places[start] = place;
    starts[one] = start + 1;
  }
  return places;
}

interface Counted {
  /** Where those of so many seconds begin, and at last where all of these end. */
  readonly starts: Int32Array;
  /** The places of those that were not counted, in order. */
  readonly long: readonly number[];
}

function countEach(seconds: Int32Array): Counted {
  const starts = new Int32Array(countedBelow + 1);
  const long: number[] = [];
  for (let place = 0; place < seconds.length; place += 1) {
    const one = seconds[place] ?? none;
    if (one >= countedBelow) long.push(place);
    else if (one !== none) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  }
  for (let second = 1; second < starts.length; second += 1) {
    starts[second] = (starts[second] ?? 0) + (starts[second - 1] ?? 0);
  }
  return { starts, long: long.sort((one, other) => (seconds[one] ?? 0) - (seconds[other] ?? 0)) };
}

/** How many of those that are in order have fewer seconds than that; found by halving. Pure. */
export function countBelow({ seconds, inOrder }: Ordered, limit: number): number {
  let [from, to] = [0, inOrder.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((seconds[inOrder[middle] ?? 0] ?? 0) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
