import type { Work } from "@/server/db/work";
import { nameGroups } from "@/server/domain/insight/name-groups";
import { hourOfWeekKeys, partKeys, type keyColumns } from "@/server/domain/insight/packed/alert-keys";
import type { CountedAlerts } from "@/server/domain/insight/packed/counted-alerts";
import { groupAlerts, type AlertGroup } from "@/server/domain/insight/packed/group-alerts";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readWords } from "@/server/domain/insight/packed/read-words";
import { none, unpack } from "@/server/domain/insight/packed/unpack";
import type { AlertStep, TimeBreakdown } from "@/server/vocabulary/alert-step";
import type { Days, Period } from "@/server/vocabulary/period";
import type { TimesRequest } from "@/server/vocabulary/times-request";

/** Alerts that agree in what they are compared by. */
export interface GroupRow extends AlertGroup {
  /** What they agree in; `none` where there is nothing to say. */
  readonly key: string;
  /** That of a care setting; else the key. */
  readonly name: string;
}

/** Alerts with their seconds to each step, and what they can be compared by. */
export type TimedAlerts = CountedAlerts<AlertStep | (typeof keyColumns)[TimeBreakdown][number]>;

/** What is compared by what, in which days. */
export interface Comparison {
  readonly request: TimesRequest;
  readonly period: Period;
  readonly parts: readonly Days[];
}

/**
 * One step by what it is compared by. By day: every part of the period, by its first day. By hour of the week: numbers from
 * Monday's first hour. By setting or channel in order of name, by rung in order of rungs: only what there is.
 */
export async function compareTimes(
  work: Work,
  alerts: TimedAlerts,
  comparison: Comparison,
): Promise<readonly GroupRow[]> {
  const { by, step } = comparison.request;
  const keys = keysOf(alerts, comparison);
  await letOthersIn();
  const groups = groupAlerts(keys, unpack(alerts.columns[step]));
  await letOthersIn();
  if (by === "day") return comparison.parts.map(({ from }, part) => asRow(from, groups.get(part) ?? nothing));
  if (by === "setting") return inOrderOfNames(await nameSettings(work, groups));
  if (by === "channel") return inOrderOfNames(await nameChannels(work, groups));
  return [...groups]
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([key, group]) => asRow(key === none ? "none" : String(key), group));
}

function keysOf(alerts: TimedAlerts, { request: { by }, period, parts }: Comparison): Int32Array {
  if (by === "day") return partKeys(alerts.days, parts);
  if (by === "hour-of-week") return hourOfWeekKeys(alerts, period.from);
  return unpack(alerts.columns[by]);
}

const nothing: AlertGroup = { raised: 0, reached: 0, median: null, ninetieth: null, ninetyNinth: null };

type Groups = ReadonlyMap<number, AlertGroup>;

async function nameSettings(work: Work, groups: Groups): Promise<readonly GroupRow[]> {
  const settings = await nameGroups(work, "setting", groups.keys());
  return [...groups].map(([code, group]) => {
    const { id, name } = settings.get(code) ?? { id: String(code), name: String(code) };
    return { key: id, name, ...group };
  });
}

async function nameChannels(work: Work, groups: Groups): Promise<readonly GroupRow[]> {
  const words = await readWords(work, groups.keys());
  return [...groups].map(([code, group]) => asRow(words.get(code) ?? "none", group));
}

function asRow(key: string, group: AlertGroup): GroupRow {
  return { key, name: key, ...group };
}

function inOrderOfNames(rows: readonly GroupRow[]): readonly GroupRow[] {
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, "en-GB"));
}

/** What nothing is said of comes last. */
function placeOf(key: number): number {
  return key === none ? Infinity : key;
}
