import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { askedFacts, raisedFacts } from "@/server/domain/insight/facts";
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
    with ${askedFacts(scope, period)}
    select ${sliceColumns(scope)},
      ${scope.countLookups}::int as lookups,
      ${scope.countLookups} filter (where answer = 'held')::int as held,
      ${scope.countLookups} filter (where answer = 'none-held')::int as none_held,
      ${scope.countLookups} filter (where answer = 'could-not-check')::int as could_not_check
    from ${inSlices(scope, Prisma.sql`asked`)}`;
  return z.array(AskedRow).parse(rows);
}

/** Alerts, their stages and the seconds from raised to taken, in one query. */
export async function countRaised(work: Work, scope: Scope, period: Period): Promise<RaisedRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    with ${raisedFacts(scope, period)}
    select ${sliceColumns(scope)},
      count(*)::int as raised,
      count(taken_at)::int as taken,
      count(unreached_at)::int as unreached,
      percentile_cont(0.5) within group (order by seconds_to_taken) as median_seconds,
      percentile_cont(0.9) within group (order by seconds_to_taken) as ninetieth_seconds
    from ${inSlices(scope, Prisma.sql`raised`)}`;
  return z.array(RaisedRow).parse(rows);
}

function sliceColumns({ grouping }: Scope): Prisma.Sql {
  const group = groupColumn(grouping);
  return Prisma.sql`
    case when grouping(day) = 0 then 'day' when grouping(${group}) = 0 then 'group' else 'total' end as level,
    day::text as day, ${group} as group_id`;
}

function inSlices({ grouping }: Scope, facts: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select *, (at at time zone 'Europe/London')::date as day from ${facts}) facts
    group by grouping sets ((), (day), (${groupColumn(grouping)}))`;
}
