import type { Work } from "@/server/db/work";
import { partKeys } from "@/server/domain/insight/packed/alert-keys";
import {
  countByKey,
  groupAll,
  groupAlerts,
  type AlertGroup,
} from "@/server/domain/insight/packed/group-alerts";
import { countSeconds, type CountedSeconds } from "@/server/domain/insight/packed/count-seconds";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readAlerts } from "@/server/domain/insight/packed/read-alerts";
import { readWords } from "@/server/domain/insight/packed/read-words";
import { none } from "@/server/domain/insight/packed/unpack";
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
  /** By the id of what they are grouped by. */
  readonly groups: ReadonlyMap<string, RaisedRow>;
}

/** Alerts, their stages and the seconds from raised to taken: in all, by part of the period and by group. */
export async function countRaised(work: Work, scope: Scope, parts: readonly Days[]): Promise<Raised> {
  const period = { from: parts[0]?.from ?? "", to: parts.at(-1)?.to ?? "" };
  const { grouping } = scope;
  const alerts = await readAlerts(work, { scope, period, columns: ["taken", "unreached", grouping] });
  const { taken, unreached } = alerts.columns;
  const counted = countSeconds(taken);
  await letOthersIn();
  const groups = rowsBy(alerts.columns[grouping], { counted, unreached });
  const ids = await readWords(work, groups.keys());
  await letOthersIn();
  return {
    total: { ...groupAll(counted), unreached: countByKey(unreached)[1 - none] ?? 0 },
    parts: rowsBy(partKeys(alerts, parts), { counted, unreached }),
    groups: new Map(
      [...groups].flatMap(([code, row]) => {
        const id = ids.get(code);
        return id === undefined ? [] : [[id, row] as const];
      }),
    ),
  };
}

interface Stages {
  /** The seconds until they were taken. */
  readonly counted: CountedSeconds;
  readonly unreached: Int32Array;
}

function rowsBy(keys: Int32Array, { unreached, counted }: Stages): ReadonlyMap<number, RaisedRow> {
  const counts = countByKey(keys, unreached);
  return new Map(
    [...groupAlerts(keys, counted)].map(([key, group]) => [
      key,
      { ...group, unreached: counts[key - none] ?? 0 },
    ]),
  );
}
