import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { hourOfWeekKeys, keyColumns, partKeys } from "@/server/domain/insight/packed/alert-keys";
import type { CountedAlerts } from "@/server/domain/insight/packed/counted-alerts";
import { groupAlerts, type AlertGroup } from "@/server/domain/insight/packed/group-alerts";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readAlerts } from "@/server/domain/insight/packed/read-alerts";
import { none } from "@/server/domain/insight/packed/unpack";
import { readWords } from "@/server/domain/insight/packed/read-words";
import {
  countBars,
  countStepSeconds,
  rowOfStep,
  type BarRow,
  type CountedStep,
  type StepRow,
} from "@/server/domain/insight/count-times";
import { nameGroups } from "@/server/domain/insight/name-groups";
import type { Basis } from "@/server/domain/insight/read-basis";
import { countedScope } from "@/server/domain/insight/scope";
import { alertSteps, type AlertStep, type TimeBreakdown } from "@/server/vocabulary/alert-step";
import { daysBetween } from "@/server/vocabulary/london-instant";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { periodOf, type Period } from "@/server/vocabulary/period";
import { Refusal } from "@/server/vocabulary/refusal";
import { cutPeriod, type PeriodPart, type PeriodUnit } from "@/server/vocabulary/period-parts";
import type { TimesRequest } from "@/server/vocabulary/times-request";

/** Alerts that agree in what they are compared by. */
export interface GroupRow extends AlertGroup {
  /** What they agree in; `none` where there is nothing to say. */
  readonly key: string;
}

export interface TimesRead extends Basis {
  readonly from: LondonDate;
  readonly to: LondonDate;
  readonly request: TimesRequest;
  readonly steps: readonly StepRow[];
  readonly bars: readonly BarRow[];
  /** By what the days of the period are looked at, and every part of it. */
  readonly unit: PeriodUnit;
  readonly parts: readonly PeriodPart[];
  /**
   * By day: every part of the period, by its first day. By hour of the week: numbers from Monday's first hour. Else only
   * what there is, with its name.
   */
  readonly groups: readonly (GroupRow & { readonly name: string })[];
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
  const found = await countGroups(work, alerts, { request, period, parts });
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `times, ${period.from} to ${period.to}`,
  });

  const groups = request.by === "day" ? everyPart(parts, found) : found;
  const names = request.by === "setting" ? await settingNames(work, groups) : new Map<string, string>();
  return {
    ...basis,
    from: period.from,
    to: period.to,
    request,
    unit,
    parts,
    steps: counted.map(rowOfStep),
    bars: asked.flatMap(countBars),
    groups: inOrderOfWords(
      request.by,
      groups.map((group) => ({ ...group, name: names.get(group.key) ?? group.key })),
    ),
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

type TimedAlerts = CountedAlerts<AlertStep | (typeof keyColumns)[TimeBreakdown][number]>;

interface Compared {
  readonly request: TimesRequest;
  readonly period: Period;
  readonly parts: readonly PeriodPart[];
}

/** One step by what it is compared by, in the order of what is in common. */
async function countGroups(
  work: Work,
  alerts: TimedAlerts,
  { request: { by, step }, period, parts }: Compared,
): Promise<readonly GroupRow[]> {
  const grouped = groupAlerts(keysOf(alerts, by, { period, parts }), alerts.columns[step]);
  await letOthersIn();
  const words = await readWords(work, by === "setting" || by === "channel" ? grouped.keys() : []);
  const nameOf = (key: number) => {
    if (key === none) return "none";
    return by === "day" ? parts[key]?.from : (words.get(key) ?? String(key));
  };
  return [...grouped]
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([key, group]) => ({ key: nameOf(key) ?? String(key), ...group }));
}

/** What nothing is said of comes last. */
function placeOf(key: number): number {
  return key === none ? Infinity : key;
}

function keysOf(
  alerts: TimedAlerts,
  by: TimeBreakdown,
  { period, parts }: Pick<Compared, "period" | "parts">,
): Int32Array {
  if (by === "day") return partKeys(alerts, parts);
  if (by === "hour-of-week") return hourOfWeekKeys(alerts, period.from);
  return alerts.columns[by];
}

const nothing = { raised: 0, reached: 0, median: null, ninetieth: null, ninetyNinth: null };

/** Codes of words have no order that anybody knows. */
function inOrderOfWords<Group extends { readonly name: string }>(
  by: TimeBreakdown,
  groups: readonly Group[],
): readonly Group[] {
  if (by !== "setting" && by !== "channel") return groups;
  return groups.toSorted((one, other) => one.name.localeCompare(other.name, "en-GB"));
}

function everyPart(parts: readonly PeriodPart[], found: readonly GroupRow[]): readonly GroupRow[] {
  const byFirst = new Map(found.map((group) => [group.key, group]));
  return parts.map(({ from }) => byFirst.get(from) ?? { key: from, ...nothing });
}

async function settingNames(work: Work, groups: readonly GroupRow[]): Promise<ReadonlyMap<string, string>> {
  const named = await nameGroups(
    work,
    "setting",
    groups.map(({ key }) => key).filter((key) => key !== "none"),
  );
  return new Map(named.map(({ id, name }) => [id, name]));
}
