import type { Work } from "@/server/db/work";
import type { AlertColumn, CountedAlerts } from "@/server/domain/insight/packed/counted-alerts";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readAlerts } from "@/server/domain/insight/packed/read-alerts";
import { readCode } from "@/server/domain/insight/packed/read-words";
import { spread } from "@/server/domain/insight/packed/spread";
import { none, unpack } from "@/server/domain/insight/packed/unpack";
import { alertConditions, type AlertCondition } from "@/server/domain/insight/rows/alert-conditions";
import type { DayOfRows, RowsOfDays } from "@/server/domain/insight/rows/rows-of-days";
import { isDayOfCut } from "@/server/domain/insight/rows/spans-of-rows";
import type { RowsOfAlerts } from "@/server/vocabulary/counted-rows";
import { addDays } from "@/server/vocabulary/london-time";

/** Stands for a word that nothing was ever counted by. */
const noCode = Number.NaN;

/** Alerts that a figure counts by day, from days that were packed. */
export async function countAlertsByDay(
  work: Work,
  { question, days }: RowsOfDays,
  behind: RowsOfAlerts,
): Promise<readonly DayOfRows[]> {
  const conditions = alertConditions(question, behind);
  const alerts = await readAlerts(work, {
    scope: question.scope,
    period: days,
    columns: columnsOf(conditions),
  });
  const isMeant = new Uint8Array(alerts.count).fill(1);
  for (const condition of conditions) {
    const code = condition.word === undefined ? none : ((await readCode(work, condition.word)) ?? noCode);
    keepThose(isMeant, alerts, { condition, code });
    await letOthersIn();
  }
  return countDays(spread(alerts.days), isMeant)
    .map(([day, rows]) => ({ day: addDays(days.from, day), rows }))
    .filter(({ day }) => isDayOfCut(day, question.request.cut));
}

/** Where nothing is asked any column says how many there are. */
function columnsOf(conditions: readonly AlertCondition[]): readonly AlertColumn[] {
  const columns = new Set(conditions.map(({ column }) => column));
  return columns.size === 0 ? ["unreached"] : [...columns];
}

function keepThose(
  isMeant: Uint8Array,
  alerts: CountedAlerts,
  { condition: { column, isCounted }, code }: { readonly condition: AlertCondition; readonly code: number },
): void {
  const values = unpack(alerts.columns[column]);
  for (let place = 0; place < values.length; place += 1) {
    if (!isCounted(values[place] ?? none, code)) isMeant[place] = 0;
  }
}

function countDays(days: Int32Array, isMeant: Uint8Array): readonly (readonly [day: number, rows: number])[] {
  const counts = new Map<number, number>();
  for (let place = 0; place < days.length; place += 1) {
    const day = days[place] ?? 0;
    if (isMeant[place] === 1) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts];
}
