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

/** Where what a column says is in a row of `alert_day`: words, which have numbers, and numbers. */
const sources: Readonly<Record<AlertColumn, { readonly word: string } | { readonly number: string }>> = {
  hour: { number: "hour::int" },
  authority: { word: "authority_id::text" },
  setting: { word: "care_setting_id::text" },
  // Not taken, and taken without having been told: there was no channel.
  channel: { word: "coalesce(alert.channel, 'none')" },
  rung: { number: "rung" },
  outcome: { word: "alert.outcome" },
  unreached: { number: "nullif(is_unreached::int, 0)" },
  shown: { number: "shown" },
  taken: { number: "taken" },
  answered: { number: "answered" },
  closed: { number: "closed" },
};

/**
 * The alerts of a period as they were counted, with the columns that are asked for: of the whole service from days that were
 * packed, of one's own organisations packed now. Either way PostgreSQL gives a text for each column, and no
 * row for each alert.
 */
export async function readAlerts<Column extends AlertColumn>(
  work: Work,
  { scope, period, columns }: AlertsQuestion<Column>,
): Promise<CountedAlerts<Column>> {
  const rows: unknown[] = await work.tx.$queryRaw`
    select coalesce(array_agg(day - ${period.from}::date order by day), '{}') as days,
      coalesce(array_agg(alerts order by day), '{}') as counts ${listed(columns, inOneText)}
    from (${byDay(scope, columns)}) by_day
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

function byDay({ isWholeService, isTheirs }: Scope, columns: readonly AlertColumn[]): Prisma.Sql {
  if (isWholeService) {
    return Prisma.sql`select day, alerts ${listed(columns, Prisma.raw)} from alert_service_day`;
  }
  return Prisma.sql`select day, count(*)::int as alerts ${listed(columns, packedNow)}
    from alert_day alert ${Prisma.join(columns.map(withCode), " ")} where ${isTheirs} group by day`;
}

function listed(columns: readonly AlertColumn[], said: (column: AlertColumn) => Prisma.Sql): Prisma.Sql {
  return Prisma.join(
    columns.map((column) => Prisma.sql`, ${said(column)}`),
    "",
  );
}

function inOneText(column: AlertColumn): Prisma.Sql {
  const name = Prisma.raw(column);
  return Prisma.sql`coalesce(string_agg(${name}, '' order by day), '') as ${name}`;
}

function packedNow(column: AlertColumn): Prisma.Sql {
  const source = sources[column];
  const number = "word" in source ? `${column}_word.code` : source.number;
  return Prisma.raw(`string_agg(lantern_packed(${number}), '') as ${column}`);
}

/** The number of its word, if it is told by one. */
function withCode(column: AlertColumn): Prisma.Sql {
  const source = sources[column];
  if (!("word" in source)) return Prisma.empty;
  return Prisma.raw(`left join figure_word ${column}_word on ${column}_word.word = ${source.word}`);
}
