import {
  countedBelow,
  inOrderOfSeconds,
  secondsAt,
  type CountedSeconds,
} from "@/server/domain/insight/packed/count-seconds";
import { percentilesOf, type Percentiles } from "@/server/domain/insight/packed/percentiles";
import { none } from "@/server/domain/insight/packed/unpack";

/** Alerts that have something in common, and how long they took to one step. */
export interface AlertGroup extends Percentiles {
  readonly raised: number;
  /** How many of them came so far. */
  readonly reached: number;
}

/** All of them as one group. Pure. */
export function groupAll(counted: CountedSeconds): AlertGroup {
  const { all, reached } = counted;
  return { raised: all, reached, ...percentilesOf(reached, (place) => secondsAt(counted, place)) };
}

/**
 * Puts alerts together by a number of each; `none` is a group as any other. Taken in their order, each group's seconds are
 * in order too. Pure.
 */
export function groupAlerts(keys: Int32Array, counted: CountedSeconds): ReadonlyMap<number, AlertGroup> {
  const raised = countByKey(keys);
  const starts = startsOf(raised);
  const { ends, seconds } = secondsByKey(keys, counted, starts);

  const groups = new Map<number, AlertGroup>();
  for (const [index, count] of raised.entries()) {
    const start = starts[index] ?? 0;
    const reached = (ends[index] ?? 0) - start;
    const percentiles = percentilesOf(reached, (place) => seconds[start + place]);
    if (count > 0) groups.set(index + none, { raised: count, reached, ...percentiles });
  }
  return groups;
}

/** The seconds of each key in their order, from where it starts to where it ends. Nothing is read but in a row, which is quicker. */
function secondsByKey(keys: Int32Array, counted: CountedSeconds, starts: Int32Array) {
  const ordered = inOrderOfSeconds(keys, counted);
  const { below, long, reached } = counted;
  const ends = starts.slice();
  const seconds = new Int32Array(keys.length);
  const put = (rank: number, one: number) => {
    const index = (ordered[rank] ?? none) - none;
    const end = ends[index] ?? 0;
    seconds[end] = one;
    ends[index] = end + 1;
  };
  let rank = 0;
  for (let second = 0; second < countedBelow; second += 1) {
    for (const end = below[second + 1] ?? 0; rank < end; rank += 1) put(rank, second);
  }
  for (; rank < reached; rank += 1) {
    put(rank, counted.seconds[long[rank - reached + long.length] ?? 0] ?? none);
  }
  return { ends, seconds };
}

/** How many have each key, `none` the first; where numbers are given, of those alone that have one. Pure. */
export function countByKey(keys: Int32Array, numbers?: Int32Array): Int32Array {
  const counts = new Int32Array(greatestOf(keys) - none + 1);
  for (let place = 0; place < keys.length; place += 1) {
    if (numbers !== undefined && numbers[place] === none) continue;
    const index = (keys[place] ?? none) - none;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** The sum of the numbers of each key, `none` the first; `none` adds nothing. Pure. */
export function sumByKey(keys: Int32Array, numbers: Int32Array): Int32Array {
  const sums = new Int32Array(greatestOf(keys) - none + 1);
  for (let place = 0; place < keys.length; place += 1) {
    const index = (keys[place] ?? none) - none;
    sums[index] = (sums[index] ?? 0) + Math.max(0, numbers[place] ?? 0);
  }
  return sums;
}

function greatestOf(keys: Int32Array): number {
  let greatest = none;
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] ?? none;
    if (key > greatest) greatest = key;
  }
  return greatest;
}

/** Where those of each begin, and at last where all end. */
function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  let from = 0;
  for (const [index, count] of counts.entries()) {
    from += count;
    starts[index + 1] = from;
  }
  return starts;
}
