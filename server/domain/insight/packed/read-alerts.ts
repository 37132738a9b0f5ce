import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import type { AlertColumn, CountedAlerts } from "@/server/domain/insight/packed/counted-alerts";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { spread } from "@/server/domain/insight/packed/spread";
import { unpack } from "@/server/domain/insight/packed/unpack";
import type { Scope } from "@/server/domain/insight/scope";
import type { Days } from "@/server/vocabulary/period";

/** What is asked of which alerts. */
export interface AlertsQuestion<Column extends AlertColumn> {
  readonly scope: Scope;
  readonly period: Days;
  readonly columns: readonly Column[];
}

const Row = z.looseObject({ days: z.array(z.number()), counts: z.array(z.number()) });

/**
 * The alerts of a period as they were counted, with the columns that are asked for: from days that were
 * packed, so that PostgreSQL gives a text for each column, and no row for each alert.
 */
export async function readAlerts<Column extends AlertColumn>(
  work: Work,
  { scope, period, columns }: AlertsQuestion<Column>,
): Promise<CountedAlerts<Column>> {
  const rows: unknown[] = await work.tx.$queryRaw`
    select coalesce(array_agg(day - ${period.from}::date order by day, organisation_id), '{}') as days,
      coalesce(array_agg(alerts order by day, organisation_id), '{}') as counts,
      ${Prisma.join(columns.map(inOneText))}
    from ${scope.alertDays} by_day
    where day between ${period.from}::date and ${period.to}::date`;
  const { days, counts, ...texts } = Row.parse(rows[0]);
  const day = spread(days, counts);
  const unpacked: Partial<Record<AlertColumn, Int32Array>> = {};
  for (const column of columns) {
    unpacked[column] = unpack(String(texts[column]), day.length);
    await letOthersIn();
  }
  return { count: day.length, day, columns: unpacked as Record<Column, Int32Array> };
}

function inOneText(column: AlertColumn): Prisma.Sql {
  const name = Prisma.raw(column);
  return Prisma.sql`coalesce(string_agg(${name}, '' order by day, organisation_id), '') as ${name}`;
}
