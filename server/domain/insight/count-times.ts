import type { CountedAlerts } from "@/server/domain/insight/packed/counted-alerts";
import { groupAll, type AlertGroup } from "@/server/domain/insight/packed/group-alerts";
import {
  countBelow,
  countStretches,
  type CountedSeconds,
} from "@/server/domain/insight/packed/count-seconds";
import { eachStretch } from "@/server/domain/insight/packed/unpack";
import { distributionEdges, targetSeconds, type AlertStep } from "@/server/vocabulary/alert-step";

/** Of all days, or of those before or after a day. */
type Part = "all" | "before" | "after";

/** One step of the alerts of a part of the days, counted once for all that is asked of it. */
export interface CountedStep extends CountedSeconds {
  readonly part: Part;
  readonly step: AlertStep;
}

/** A step for all days together, the first, and for those before and from the day of that number if there is one. Pure. */
export function countStepSeconds(
  alerts: CountedAlerts<AlertStep>,
  step: AlertStep,
  splitDay: number | undefined,
): readonly CountedStep[] {
  return partsOf(alerts, splitDay).map(({ part, from, to }) => ({
    part,
    step,
    ...countStretches(between(eachStretch(alerts.columns[step]), { from, to }), to - from),
  }));
}

export interface StepRow extends AlertGroup {
  readonly part: Part;
  readonly step: AlertStep;
  /** How many came so far in the time that is aimed at; none where no time is. */
  readonly inTime: number;
}

/** How many came so far, how soon and how many in time. Pure. */
export function rowOfStep(counted: CountedStep): StepRow {
  const { part, step } = counted;
  const target = targetSeconds[step];
  return {
    part,
    step,
    ...groupAll(counted),
    inTime: target === undefined ? 0 : countBelow(counted, target + 1),
  };
}

export interface BarRow {
  readonly part: Part;
  /** The first is nought. */
  readonly bar: number;
  readonly alerts: number;
}

/** How many alerts took how long to the step; bars without any are left out. Pure. */
export function countBars(counted: CountedStep): readonly BarRow[] {
  const ends = distributionEdges.map((edge) => countBelow(counted, edge));
  return [...ends, counted.reached]
    .map((end, bar) => ({ part: counted.part, bar, alerts: end - (ends[bar - 1] ?? 0) }))
    .filter(({ alerts }) => alerts > 0);
}

/** Those from a place, and those before another. */
interface Places {
  readonly from: number;
  readonly to: number;
}

interface Slice extends Places {
  readonly part: Part;
}

/** Alerts are in the order of their days. */
function partsOf(
  { count, days }: Pick<CountedAlerts, "count" | "days">,
  splitDay: number | undefined,
): readonly Slice[] {
  const all: Slice = { part: "all", from: 0, to: count };
  if (splitDay === undefined) return [all];
  const split = days.times.reduce(
    (sum, times, place) => sum + ((days.numbers[place] ?? 0) < splitDay ? times : 0),
    0,
  );
  return [all, { part: "before", from: 0, to: split }, { part: "after", from: split, to: count }];
}

/** Of numbers in stretches those at these places. */
function* between(stretches: Iterable<Int32Array>, { from, to }: Places): Generator<Int32Array> {
  let start = 0;
  for (const stretch of stretches) {
    if (start >= to) return;
    if (start + stretch.length > from) yield stretch.subarray(Math.max(0, from - start), to - start);
    start += stretch.length;
  }
}
