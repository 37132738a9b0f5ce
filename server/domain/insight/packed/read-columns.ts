import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { spread } from "@/server/domain/insight/packed/spread";
import { unpack } from "@/server/domain/insight/packed/unpack";
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
  /** On which day of the period each is, the first nought. */
  readonly day: Int32Array;
  readonly columns: Readonly<Record<Column, Int32Array>>;
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
  return unpackStretches(Stretches.parse(rows), columns);
}

async function unpackStretches<Column extends string>(
  stretches: z.infer<typeof Stretches>,
  columns: readonly Column[],
): Promise<Columns<Column>> {
  const unpacked: Partial<Record<Column, Int32Array>> = {};
  for (const column of columns) {
    unpacked[column] = unpack(
      stretches.map((stretch) => ({ text: String(stretch[column]), count: sumOf(stretch.counts) })),
    );
    await letOthersIn();
  }
  return {
    day: spread(
      stretches.flatMap(({ days }) => days),
      stretches.flatMap(({ counts }) => counts),
    ),
    columns: unpacked as Record<Column, Int32Array>,
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
