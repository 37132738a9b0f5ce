import { percentilesOf, type Percentiles } from "@/server/domain/insight/alerts/percentiles";
import { placesInOrder } from "@/server/domain/insight/alerts/places-in-order";

/** Alerts that have something in common, and how long they took to one step. */
export interface AlertGroup extends Percentiles {
  readonly raised: number;
  /** How many of them came so far. */
  readonly reached: number;
}

/** All of them as one group. Pure. */
export function groupAll(seconds: Int32Array): AlertGroup {
  const reached = placesInOrder(seconds);
  return {
    raised: seconds.length,
    reached: reached.length,
    ...percentilesOf(reached.length, (place) => seconds[reached[place] ?? -1]),
  };
}

/**
 * Puts alerts together by a number of each; `none` is a group as any other. The seconds to a step are put in order once, so
 * that those of each group are in order as they come. Pure.
 */
export function groupAlerts(keys: Int32Array, seconds: Int32Array): ReadonlyMap<number, AlertGroup> {
  const groups = new Map<number, { raised: number; readonly seconds: number[] }>();
  for (const key of keys) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { raised: 1, seconds: [] });
    else group.raised += 1;
  }
  for (const place of placesInOrder(seconds)) {
    groups.get(keys[place] ?? 0)?.seconds.push(seconds[place] ?? 0);
  }
  return new Map(
    [...groups].map(([key, { raised, seconds: ofGroup }]) => [
      key,
      { raised, reached: ofGroup.length, ...percentilesOf(ofGroup.length, (place) => ofGroup[place]) },
    ]),
  );
}
