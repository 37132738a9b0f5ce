import {
  countSeconds,
  roomFor,
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

/** Puts alerts together by a number of each; `none` is a group as any other. Pure. */
export function groupAlerts(keys: Int32Array, seconds: Int32Array): ReadonlyMap<number, AlertGroup> {
  const raised = countByKey(keys);
  const starts = startsOf(raised);
  const dealt = dealOut(seconds, keys, starts);
  const room = new Int32Array(roomFor(greatestOf(raised)));

  const groups = new Map<number, AlertGroup>();
  for (const [index, count] of raised.entries()) {
    const start = starts[index] ?? 0;
    if (count > 0)
      groups.set(index + none, groupAll(countSeconds(dealt.subarray(start, start + count), room)));
  }
  return groups;
}

/** The seconds of each key beside each other, from where it starts. */
function dealOut(seconds: Int32Array, keys: Int32Array, starts: Int32Array): Int32Array {
  const dealt = new Int32Array(seconds.length);
  const next = starts.slice();
  for (let place = 0; place < seconds.length; place += 1) {
    const index = (keys[place] ?? none) - none;
    const at = next[index] ?? 0;
    dealt[at] = seconds[place] ?? none;
    next[index] = at + 1;
  }
  return dealt;
}

/** How many have each key, `none` the first. Pure. */
export function countByKey(keys: Int32Array): Int32Array {
  const counts = new Int32Array(greatestOf(keys) - none + 1);
  for (let place = 0; place < keys.length; place += 1) {
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
