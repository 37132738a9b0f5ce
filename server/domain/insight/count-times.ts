import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { percentiles } from "@/server/domain/insight/percentiles";
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
const waits = {
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
  ...waits,
});
export type StepRow = z.infer<typeof StepRow>;

/** Each step for all days together, and for those before and after the split if there is one. */
export async function countSteps(work: Work, question: TimesQuestion): Promise<StepRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    with counted as (select ${partOrAll(question)} as part, count(*)::int as raised,
        ${countedSteps} from (${theirAlerts(question)}) theirs
      group by grouping sets (() ${isSplit(question) ? Prisma.sql`, (part)` : Prisma.empty}))
    select part, step, raised, reached, in_time, seconds[1] as median, seconds[2] as ninetieth, seconds[3] as ninety_ninth
    from counted cross join lateral (values ${stepsInOrder}) as steps (place, step, reached, in_time, seconds)
    order by place, part <> 'all', part <> 'before'`;
  return z.array(StepRow).parse(rows);
}

const BarRow = z.object({ part, bar: z.number(), alerts: z.number() });
export type BarRow = z.infer<typeof BarRow>;

/** How many alerts took how long to a step, in all and in parts: bars by number, the first nought. Empty ones are left out. */
export async function countBars(work: Work, question: TimesQuestion, step: AlertStep): Promise<BarRow[]> {
  const column = Prisma.raw(step);
  const rows: unknown = await work.tx.$queryRaw`
    with bars as (select part, width_bucket(${column}, ${[...distributionEdges]}::int[]) as bar
      from (${theirAlerts(question)}) theirs where ${column} is not null),
    counted as (select ${partOrAll(question)} as part, bar, count(*)::int as alerts from bars
      group by grouping sets ((bar) ${isSplit(question) ? Prisma.sql`, (part, bar)` : Prisma.empty}))
    select part, bar, alerts from counted order by part <> 'all', part <> 'before', bar`;
  return z.array(BarRow).parse(rows);
}

const GroupRow = z.object({
  key: z.string(),
  raised: z.number(),
  reached: z.number(),
  ...waits,
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
    with counted as (select ${key} as key, count(*)::int as raised, count(${column})::int as reached,
        ${percentiles(column)} as seconds
      from (${theirAlerts(question)}) theirs group by 1)
    select coalesce(key::text, 'none') as key, raised, reached, seconds[1] as median, seconds[2] as ninetieth,
      seconds[3] as ninety_ninth
    from counted order by 1`;
  return z.array(GroupRow).parse(rows);
}

/** Of each step how many came so far, how many of them in time, and how long they took. */
const countedSteps = Prisma.join(
  alertSteps.map((step) => {
    const column = Prisma.raw(step);
    return Prisma.sql`count(${column})::int as ${named(step, "reached")},
      (count(*) filter (where ${column} <= ${targetSeconds[step] ?? null}::int))::int as ${named(step, "in_time")},
      ${percentiles(column)} as ${named(step, "seconds")}`;
  }),
);

const stepsInOrder = Prisma.join(
  alertSteps.map(
    (step, place) =>
      Prisma.sql`(${Prisma.raw(String(place))}, ${step}, ${named(step, "reached")}, ${named(step, "in_time")},
        ${named(step, "seconds")})`,
  ),
);

function named(step: AlertStep, what: "reached" | "in_time" | "seconds"): Prisma.Sql {
  return Prisma.raw(`${step}_${what}`);
}

function isSplit({ splitOn }: TimesQuestion): boolean {
  return splitOn !== undefined;
}

/** In which part of the days a row is, or that it speaks of all. */
function partOrAll(question: TimesQuestion): Prisma.Sql {
  return isSplit(question) ? Prisma.sql`coalesce(part, 'all')` : Prisma.sql`'all'`;
}

function theirAlerts({ scope, period, splitOn }: TimesQuestion): Prisma.Sql {
  const part =
    splitOn === undefined
      ? Prisma.sql`'after'`
      : Prisma.sql`case when day < ${splitOn}::date then 'before' else 'after' end`;
  return Prisma.sql`select *, ${part} as part from alert_day
    where ${scope.isTheirs} and day between ${period.from}::date and ${period.to}::date`;
}
