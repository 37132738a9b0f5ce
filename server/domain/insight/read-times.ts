import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { compareTimes, type GroupRow, type TimedAlerts } from "@/server/domain/insight/compare-times";
import { keyColumns } from "@/server/domain/insight/packed/alert-keys";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readAlerts } from "@/server/domain/insight/packed/read-alerts";
import {
  countBars,
  countStepSeconds,
  rowOfStep,
  type BarRow,
  type CountedStep,
  type StepRow,
} from "@/server/domain/insight/count-times";
import type { Basis } from "@/server/domain/insight/read-basis";
import { countedScope } from "@/server/domain/insight/scope";
import { alertSteps } from "@/server/vocabulary/alert-step";
import { daysBetween } from "@/server/vocabulary/london-instant";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { periodOf, type Period } from "@/server/vocabulary/period";
import { Refusal } from "@/server/vocabulary/refusal";
import { cutPeriod, type PeriodPart, type PeriodUnit } from "@/server/vocabulary/period-parts";
import type { TimesRequest } from "@/server/vocabulary/times-request";

export interface TimesRead extends Basis {
  readonly from: LondonDate;
  readonly to: LondonDate;
  readonly request: TimesRequest;
  readonly steps: readonly StepRow[];
  readonly bars: readonly BarRow[];
  /** By what the days of the period are looked at, and every part of it. */
  readonly unit: PeriodUnit;
  readonly parts: readonly PeriodPart[];
  readonly groups: readonly GroupRow[];
}

/** How long it takes from a look to a human: shown, taken, answered, closed; all together, spread out and compared. */
export async function readTimes(work: Work, request: TimesRequest): Promise<TimesRead> {
  const { scope, basis } = await countedScope(work);
  const period = periodOf(request.period, work.now);
  refuseSplitOutside(period, request.splitOn);
  const { unit, parts } = cutPeriod(period);
  const alerts = await readAlerts(work, {
    scope,
    period,
    columns: [...alertSteps, ...keyColumns[request.by]],
  });
  const splitDay = request.splitOn === undefined ? undefined : daysBetween(period.from, request.splitOn);
  const counted = await countSteps(alerts, splitDay);
  const asked = counted.filter(({ step }) => step === request.step);
  const groups = await compareTimes(work, alerts, { request, period, parts });
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `times, ${period.from} to ${period.to}`,
  });

  return {
    ...basis,
    from: period.from,
    to: period.to,
    request,
    unit,
    parts,
    steps: counted.map(rowOfStep),
    bars: asked.flatMap(countBars),
    groups,
  };
}

function refuseSplitOutside({ from, to }: Period, splitOn: LondonDate | undefined): void {
  if (splitOn === undefined || (splitOn > from && splitOn <= to)) return;
  throw new Refusal("invalid", "Choose a day to compare that is after the first day and not after the last.");
}

async function countSteps(
  alerts: TimedAlerts,
  splitDay: number | undefined,
): Promise<readonly CountedStep[]> {
  const counted: CountedStep[] = [];
  for (const step of alertSteps) {
    counted.push(...countStepSeconds(alerts, step, splitDay));
    await letOthersIn();
  }
  return counted;
}
