import {
  percentilesOf,
  percentilesOfAll,
  type Percentiles,
} from "@/server/domain/insight/packed/percentiles";
import { none } from "@/server/domain/insight/packed/unpack";

/** Alerts that have something in common, and how long they took to one step. */
export interface AlertGroup extends Percentiles {
  readonly raised: number;
  /** How many of them came so far. */
  readonly reached: number;
}

/** All of them as one group. Pure. */
export function groupAll(seconds: Int32Array): AlertGroup {
  return { raised: seconds.length, ...percentilesOfAll(seconds) };
}

/** Puts alerts together by a number of each; `none` is a group as any other. Pure. */
export function groupAlerts(keys: Int32Array, seconds: Int32Array): ReadonlyMap<number, AlertGroup> {
  const raised = countByKey(keys);
  const reached = countByKey(keys, seconds);
  const byKey = inOrderOfKeys(keys, seconds, reached);
  const groups = new Map<number, AlertGroup>();
  let from = 0;
  for (const [index, count] of raised.entries()) {
    const to = from + (reached[index] ?? 0);
    const ofGroup = byKey.subarray(from, to).sort();
    if (count > 0) groups.set(index + none, { raised: count, reached: to - from, ...percentilesOf(ofGroup) });
    from = to;
  }
  return groups;
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
  for (const key of keys) if (key > greatest) greatest = key;
  return greatest;
}

/** The seconds of those that have some, those of the first key first. */
function inOrderOfKeys(keys: Int32Array, seconds: Int32Array, counts: Int32Array): Int32Array {
  const starts = startsOf(counts);
  const sorted = new Int32Array(starts.at(-1) ?? 0);
  for (let place = 0; place < keys.length; place += 1) {
    const one = seconds[place] ?? none;
    if (one === none) continue;
    const index = (keys[place] ?? none) - none;
    const start = starts[index] ?? 0;
    sorted[start] = one;
    starts[index] = start + 1;
  }
  return sorted;
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
