import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { percentile, ranked } from "@/server/domain/insight/percentiles";
import type { Scope } from "@/server/domain/insight/scope";
import { alertSteps, distributionEdges, targetSeconds, type AlertStep } from "@/server/vocabulary/alert-step";
import type { Period } from "@/server/vocabulary/period";

/** Whose alerts, of which days, and where the days are split in two. */
export interface TimesQuestion {
  readonly scope: Scope;
  readonly period: Period;
  readonly splitOn: string | undefined;
}

/** Half, nine in ten and ninety-nine in a hundred had come so far within so many seconds; null where none had. */
const percentiles = {
  median: z.number().nullable(),
  ninetieth: z.number().nullable(),
  ninety_ninth: z.number().nullable(),
};
const part = z.enum(["all", "before", "after"]);

const StepRow = z.object({
  part,
  step: z.enum(alertSteps),
  raised: z.number(),
  reached: z.number(),
  in_time: z.number(),
  ...percentiles,
});
export type StepRow = z.infer<typeof StepRow>;

/** Each step for all days together, and for those before and after the split if there is one. */
export async function countSteps(work: Work, question: TimesQuestion): Promise<StepRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    with theirs as materialized (${theirAlerts(question)}),
    parts as (select coalesce(part, 'all') as part, coalesce(sum(alerts), 0)::int as raised
      from theirs group by grouping sets ((), (part))),
    waits as (select coalesce(part, 'all') as part, step, target, seconds, sum(alerts) as alerts
      from theirs cross join lateral (values ${stepValues}) as steps (step, target, seconds)
      where seconds is not null
      group by grouping sets ((step, target, seconds), (part, step, target, seconds))),
    steps as (select *, ${ranked(Prisma.sql`part, step`)} from waits),
    reached as (select part, step, sum(alerts)::int as reached,
        coalesce(sum(alerts) filter (where seconds <= target), 0)::int as in_time, ${allPercentiles}
      from steps group by part, step)
    select parts.part, step, raised, coalesce(reached, 0) as reached, coalesce(in_time, 0) as in_time, median,
      ninetieth, ninety_ninth
    from parts cross join unnest(${[...alertSteps]}::text[]) with ordinality as every (step, place)
      left join reached using (part, step)
    where parts.part = 'all' or ${question.splitOn !== undefined}
    order by place, parts.part <> 'all', parts.part <> 'before'`;
  return z.array(StepRow).parse(rows);
}

const BarRow = z.object({ part, bar: z.number(), alerts: z.number() });
export type BarRow = z.infer<typeof BarRow>;

/** How many alerts took how long to a step, in all and in parts: bars by number, the first nought. Empty ones are left out. */
export async function countBars(work: Work, question: TimesQuestion, step: AlertStep): Promise<BarRow[]> {
  const column = Prisma.raw(step);
  const rows: unknown = await work.tx.$queryRaw`
    with bars as (select part, width_bucket(${column}, ${[...distributionEdges]}::int[]) as bar, alerts
      from (${theirAlerts(question)}) theirs where ${column} is not null),
    parts as (select coalesce(part, 'all') as part, bar, sum(alerts)::int as alerts from bars
      group by grouping sets ((bar), (part, bar)))
    select part, bar, alerts from parts where part = 'all' or ${question.splitOn !== undefined}
    order by part <> 'all', part <> 'before', bar`;
  return z.array(BarRow).parse(rows);
}

const GroupRow = z.object({
  key: z.string(),
  raised: z.number(),
  reached: z.number(),
  ...percentiles,
});
export type GroupRow = z.infer<typeof GroupRow>;

/** One step by whatever a column says; alerts of which it says nothing are under `none`. */
export async function countGroups(
  work: Work,
  question: TimesQuestion,
  { step, key }: { readonly step: AlertStep; readonly key: Prisma.Sql },
): Promise<GroupRow[]> {
  const column = Prisma.raw(step);
  const rows: unknown = await work.tx.$queryRaw`
    with waits as (select coalesce((${key})::text, 'none') as key, ${column} as seconds, sum(alerts) as alerts
      from (${theirAlerts(question)}) theirs group by 1, 2),
    raised as (select key, sum(alerts)::int as raised from waits group by key),
    steps as (select *, ${ranked(Prisma.sql`key`)} from waits where seconds is not null),
    reached as (select key, sum(alerts)::int as reached, ${allPercentiles} from steps group by key)
    select key, raised, coalesce(reached, 0) as reached, median, ninetieth, ninety_ninth
    from raised left join reached using (key) order by key`;
  return z.array(GroupRow).parse(rows);
}

const allPercentiles = Prisma.sql`${percentile(0.5)} as median, ${percentile(0.9)} as ninetieth,
  ${percentile(0.99)} as ninety_ninth`;

const stepValues = Prisma.join(
  alertSteps.map((step) => Prisma.sql`(${step}, ${targetSeconds[step] ?? null}::int, ${Prisma.raw(step)})`),
);

function theirAlerts({ scope, period, splitOn }: TimesQuestion): Prisma.Sql {
  const part =
    splitOn === undefined
      ? Prisma.sql`'after'`
      : Prisma.sql`case when day < ${splitOn}::date then 'before' else 'after' end`;
  return Prisma.sql`select *, ${part} as part from alert_day
    where ${scope.isTheirs} and day between ${period.from}::date and ${period.to}::date`;
}
