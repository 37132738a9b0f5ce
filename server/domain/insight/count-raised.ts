import type { Work } from "@/server/db/work";
import { partKeys } from "@/server/domain/insight/packed/alert-keys";
import { groupAll, groupAlerts, type AlertGroup } from "@/server/domain/insight/packed/group-alerts";
import { countSeconds } from "@/server/domain/insight/packed/count-seconds";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readAlerts } from "@/server/domain/insight/packed/read-alerts";
import { eachStretch, none, unpack, type PackedColumn } from "@/server/domain/insight/packed/unpack";
import type { Scope } from "@/server/domain/insight/scope";
import type { Days } from "@/server/vocabulary/period";

export interface RaisedRow extends AlertGroup {
  readonly unreached: number;
}

/** Alerts of a period, how many of them reached nobody, and how long those that were taken took until then. */
export interface Raised {
  readonly total: RaisedRow;
  /** By the number of the part, the first nought; those without alerts are not there. */
  readonly parts: ReadonlyMap<number, RaisedRow>;
  /** By the code of what they are grouped by; `none` for nothing. */
  readonly groups: ReadonlyMap<number, RaisedRow>;
}

/** Alerts, their stages and the seconds from raised to taken: in all, by part of the period and by group. */
export async function countRaised(work: Work, scope: Scope, parts: readonly Days[]): Promise<Raised> {
  const period = { from: parts[0]?.from ?? "", to: parts.at(-1)?.to ?? "" };
  const { grouping } = scope;
  const { days, columns } = await readAlerts(work, {
    scope,
    period,
    columns: ["taken", "unreached", grouping],
  });
  const taken = unpack(columns.taken);
  await letOthersIn();
  const lost = placesOf(columns.unreached);
  const total = { ...groupAll(countSeconds(taken)), unreached: lost.length };
  await letOthersIn();
  const groups = rowsBy(unpack(columns[grouping]), { taken, lost });
  await letOthersIn();
  return { total, parts: rowsBy(partKeys(days, parts), { taken, lost }), groups };
}

interface Stages {
  /** The seconds until they were taken. */
  readonly taken: Int32Array;
  /** The places of those that reached nobody. */
  readonly lost: readonly number[];
}

function rowsBy(keys: Int32Array, { taken, lost }: Stages): ReadonlyMap<number, RaisedRow> {
  const unreached = new Map<number | undefined, number>();
  for (const place of lost) unreached.set(keys[place], (unreached.get(keys[place]) ?? 0) + 1);
  return new Map(
    [...groupAlerts(keys, taken)].map(([key, group]) => [
      key,
      { ...group, unreached: unreached.get(key) ?? 0 },
    ]),
  );
}

/** Where something is said; of few, as a rule. */
function placesOf(column: PackedColumn): readonly number[] {
  const places: number[] = [];
  let from = 0;
  for (const stretch of eachStretch(column)) {
    for (let place = 0; place < stretch.length; place += 1)
      if (stretch[place] !== none) places.push(from + place);
    from += stretch.length;
  }
  return places;
}
