import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { percentile, ranked } from "@/server/domain/insight/percentiles";
import { groupColumn, type Scope } from "@/server/domain/insight/scope";
import type { Period } from "@/server/vocabulary/period";

/** Of which slice of the period a row of figures speaks: the whole, one London day, or one group. */
const slice = {
  level: z.enum(["total", "day", "group"]),
  day: z.string().nullable(),
  group_id: z.uuid().nullable(),
};

const AskedRow = z.object({
  ...slice,
  lookups: z.number(),
  held: z.number(),
  none_held: z.number(),
  could_not_check: z.number(),
});
export type AskedRow = z.infer<typeof AskedRow>;

const RaisedRow = z.object({
  ...slice,
  raised: z.number(),
  taken: z.number(),
  unreached: z.number(),
  median_seconds: z.number().nullable(),
  ninetieth_seconds: z.number().nullable(),
});
export type RaisedRow = z.infer<typeof RaisedRow>;

/** Lookups and their answers, in one query. */
export async function countAsked(work: Work, scope: Scope, period: Period): Promise<AskedRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select ${sliceColumns(scope)},
      ${lookupsOf(scope, Prisma.sql`true`)} as lookups,
      ${lookupsOf(scope, Prisma.sql`answer = 'held'`)} as held,
      ${lookupsOf(scope, Prisma.sql`answer = 'none-held'`)} as none_held,
      ${lookupsOf(scope, Prisma.sql`answer = 'could-not-check'`)} as could_not_check
    from ${scope.lookupsCounted} counted where ${isWithin(period)} ${inSlices(scope)}`;
  return z.array(AskedRow).parse(rows);
}

/** Of several authorities that were told of one lookup each has it, and all together have it once. */
function lookupsOf({ grouping }: Scope, isMeant: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce(case when grouping(${groupColumn(grouping)}) = 0
    then sum(lookups) filter (where ${isMeant})
    else sum(lookups) filter (where is_first and ${isMeant}) end, 0)::int`;
}

/** Alerts, their stages and the seconds from raised to taken, in one query. */
export async function countRaised(work: Work, scope: Scope, period: Period): Promise<RaisedRow[]> {
  const group = groupColumn(scope.grouping);
  const rows: unknown = await work.tx.$queryRaw`
    with theirs as materialized (select * from alert_day where ${scope.isTheirs} and ${isWithin(period)}),
    counts as (select ${sliceColumns(scope)}, coalesce(sum(alerts), 0)::int as raised,
        coalesce(sum(alerts) filter (where taken is not null), 0)::int as taken,
        coalesce(sum(alerts) filter (where is_unreached), 0)::int as unreached
      from theirs ${inSlices(scope)}),
    waits as (select ${sliceColumns(scope)}, taken as seconds, sum(alerts) as alerts from theirs
      where taken is not null group by grouping sets ((taken), (day, taken), (${group}, taken))),
    steps as (select level, day, group_id, seconds, ${ranked(Prisma.sql`level, day, group_id`)} from waits),
    medians as (select level, day, group_id, ${percentile(0.5)} as median_seconds,
        ${percentile(0.9)} as ninetieth_seconds
      from steps group by level, day, group_id)
    select counts.*, median_seconds, ninetieth_seconds from counts left join medians
      on medians.level = counts.level
        and coalesce(medians.day, medians.group_id::text, '') = coalesce(counts.day, counts.group_id::text, '')`;
  return z.array(RaisedRow).parse(rows);
}

function isWithin({ from, to }: Period): Prisma.Sql {
  return Prisma.sql`day between ${from}::date and ${to}::date`;
}

function sliceColumns({ grouping }: Scope): Prisma.Sql {
  const group = groupColumn(grouping);
  return Prisma.sql`
    case when grouping(day) = 0 then 'day' when grouping(${group}) = 0 then 'group' else 'total' end as level,
    day::text as day, ${group} as group_id`;
}

function inSlices({ grouping }: Scope): Prisma.Sql {
  return Prisma.sql`group by grouping sets ((), (day), (${groupColumn(grouping)}))`;
}
