import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import type { Repeated } from "@/server/domain/insight/packed/spread";
import type { PackedColumn } from "@/server/domain/insight/packed/unpack";
import type { Days } from "@/server/vocabulary/period";

/** Which columns of which packed days. */
export interface ColumnsQuestion<Column extends string> {
  /** A subquery: a row for a day and organisation. */
  readonly packedDays: Prisma.Sql;
  readonly period: Days;
  /** The column that says of how many things a row is. */
  readonly counts: "alerts" | "settings";
  readonly columns: readonly Column[];
}

/** Things of a period in the order of their days, as columns with a number for each of them. */
export interface Columns<Column extends string> {
  readonly count: number;
  /** On which day of the period each is, the first nought. */
  readonly days: Repeated;
  readonly columns: Readonly<Record<Column, PackedColumn>>;
}

const Stretch = z.looseObject({ days: z.array(z.number()), counts: z.array(z.number()) });
const Stretches = z.array(Stretch);

/**
 * So many days are a row: of one for the whole period PostgreSQL makes texts of megabytes, which takes it twice as long, and of a row
 * a day there are too many for those who have little.
 */
const daysAStretch = 30;

/** From days that were packed, so that PostgreSQL gives a text for each column, and no row for each thing. */
export async function readColumns<Column extends string>(
  { tx }: Work,
  { packedDays, period: { from, to }, counts, columns }: ColumnsQuestion<Column>,
): Promise<Columns<Column>> {
  const inOrder = Prisma.sql`order by place, organisation_id`;
  const texts = columns.map((column) => {
    const name = Prisma.raw(column);
    return Prisma.sql`string_agg(${name}, '' ${inOrder}) as ${name}`;
  });
  const rows: unknown = await tx.$queryRaw`
    select array_agg(place ${inOrder}) as days, array_agg(${Prisma.raw(counts)} ${inOrder}) as counts,
      ${Prisma.join(texts)}
    from (select *, day - ${from}::date as place, (day - ${from}::date) / ${daysAStretch} as stretch
      from ${packedDays} packed where day between ${from}::date and ${to}::date) by_day
    group by stretch order by stretch`;
  return columnsOf(Stretches.parse(rows), columns);
}

function columnsOf<Column extends string>(
  stretches: z.infer<typeof Stretches>,
  columns: readonly Column[],
): Columns<Column> {
  const ofStretches = stretches.map(({ counts }) => sumOf(counts));
  const packed = columns.map((column) => [
    column,
    stretches.map((stretch, place) => ({ text: String(stretch[column]), count: ofStretches[place] ?? 0 })),
  ]);
  return {
    count: sumOf(ofStretches),
    days: {
      numbers: stretches.flatMap(({ days }) => days),
      times: stretches.flatMap(({ counts }) => counts),
    },
    columns: Object.fromEntries(packed) as Record<Column, PackedColumn>,
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
