import type { Work } from "@/server/db/work";
import type { AlertColumn, CountedAlerts } from "@/server/domain/insight/packed/counted-alerts";
import { readColumns } from "@/server/domain/insight/packed/read-columns";
import type { Scope } from "@/server/domain/insight/scope";
import type { Days } from "@/server/vocabulary/period";

/** What is asked of which alerts. */
export interface AlertsQuestion<Column extends AlertColumn> {
  readonly scope: Scope;
  readonly period: Days;
  readonly columns: readonly Column[];
}

/** The alerts of a period as they were counted, with the columns that are asked for. */
export function readAlerts<Column extends AlertColumn>(
  work: Work,
  { scope, period, columns }: AlertsQuestion<Column>,
): Promise<CountedAlerts<Column>> {
  return readColumns(work, { packedDays: scope.alertDays, period, counts: "alerts", columns });
}
