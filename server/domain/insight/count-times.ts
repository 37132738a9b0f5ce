import type { CountedAlerts } from "@/server/domain/insight/packed/counted-alerts";
import { groupAll, type AlertGroup } from "@/server/domain/insight/packed/group-alerts";
import { inOrderOfSeconds } from "@/server/domain/insight/packed/in-order";
import { none } from "@/server/domain/insight/packed/unpack";
import { alertSteps, distributionEdges, targetSeconds, type AlertStep } from "@/server/vocabulary/alert-step";

/** Of all days, or of those before or after a day. */
type Part = "all" | "before" | "after";

export interface StepRow extends AlertGroup {
  readonly part: Part;
  readonly step: AlertStep;
  /** How many came so far in the time that is aimed at; none where no time is. */
  readonly inTime: number;
}

/** Each step for all days together, and for those before and from the day of that number if there is one. Pure. */
export function countSteps(
  alerts: CountedAlerts<AlertStep>,
  splitDay: number | undefined,
): readonly StepRow[] {
  return alertSteps.flatMap((step) =>
    partsOf(alerts, splitDay).map(({ part, from, to }) => {
      const seconds = alerts.columns[step].subarray(from, to);
      const group = groupAll(seconds, inOrderOfSeconds(seconds));
      return { part, step, ...group, inTime: countInTime(seconds, targetSeconds[step]) };
    }),
  );
}

export interface BarRow {
  readonly part: Part;
  /** The first is nought. */
  readonly bar: number;
  readonly alerts: number;
}

/** How many alerts took how long to a step, in all and in parts; bars without any are left out. Pure. */
export function countBars(
  alerts: CountedAlerts<AlertStep>,
  splitDay: number | undefined,
  step: AlertStep,
): readonly BarRow[] {
  return partsOf(alerts, splitDay).flatMap(({ part, from, to }) =>
    barsOf(alerts.columns[step].subarray(from, to))
      .map((count, bar) => ({ part, bar, alerts: count }))
      .filter(({ alerts: count }) => count > 0),
  );
}

interface Slice {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

/** Alerts are in the order of their days. */
function partsOf(
  { count, day }: Pick<CountedAlerts, "count" | "day">,
  splitDay: number | undefined,
): readonly Slice[] {
  const all: Slice = { part: "all", from: 0, to: count };
  if (splitDay === undefined) return [all];
  const firstAfter = day.findIndex((of) => of >= splitDay);
  const split = firstAfter === -1 ? count : firstAfter;
  return [all, { part: "before", from: 0, to: split }, { part: "after", from: split, to: count }];
}

function countInTime(seconds: Int32Array, target: number | undefined): number {
  let inTime = 0;
  if (target === undefined) return inTime;
  for (const one of seconds) if (one !== none && one <= target) inTime += 1;
  return inTime;
}

function barsOf(seconds: Int32Array): readonly number[] {
  const bars = new Array<number>(distributionEdges.length + 1).fill(0);
  for (const one of seconds) {
    if (one === none) continue;
    let bar = 0;
    while (one >= (distributionEdges[bar] ?? Infinity)) bar += 1;
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return bars;
}
