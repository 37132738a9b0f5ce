import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { partKeys } from "@/server/domain/insight/packed/alert-keys";
import { countAnswers } from "@/server/domain/insight/packed/count-answers";
import { readSettings } from "@/server/domain/insight/packed/read-settings";
import { readWords } from "@/server/domain/insight/packed/read-words";
import { groupColumn, type Scope } from "@/server/domain/insight/scope";
import type { Days } from "@/server/vocabulary/period";

/** Of which slice of the period a row of figures speaks: the whole, one part of its days, or one group. */
const slice = {
  level: z.enum(["total", "part", "group"]),
  /** Its place among the parts, the first nought. */
  part: z.number().nullable(),
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

/** Lookups and their answers: in all, by part of the period and by group. */
export function countAsked(work: Work, scope: Scope, parts: readonly Days[]): Promise<readonly AskedRow[]> {
  const { grouping, settingDays } = scope;
  return grouping === "setting" && settingDays !== undefined
    ? countPackedAsked(work, settingDays, parts)
    : countEachAsked(work, scope, parts);
}

async function countEachAsked(
  work: Work,
  scope: Scope,
  parts: readonly Days[],
): Promise<readonly AskedRow[]> {
  const rows: unknown = await work.tx.$queryRaw`
    select ${sliceColumns(scope)},
      ${lookupsOf(scope, Prisma.sql`true`)} as lookups,
      ${lookupsOf(scope, Prisma.sql`answer = 'held'`)} as held,
      ${lookupsOf(scope, Prisma.sql`answer = 'none-held'`)} as none_held,
      ${lookupsOf(scope, Prisma.sql`answer = 'could-not-check'`)} as could_not_check
    from (select *, ${partOf(parts)} as part from ${lookupsByDay(scope, parts)} by_day) counted
    ${inSlices(scope)}`;
  return z.array(AskedRow).parse(rows);
}

async function countPackedAsked(
  work: Work,
  settingDays: Prisma.Sql,
  parts: readonly Days[],
): Promise<readonly AskedRow[]> {
  const settings = await readSettings(work, settingDays, {
    from: parts[0]?.from ?? "",
    to: parts.at(-1)?.to ?? "",
  });
  const ofSettings = countAnswers(settings.setting, settings);
  const words = await readWords(work, ofSettings.keys());
  return [
    ...[...countAnswers(new Int32Array(settings.day.length), settings).values()].map(
      (answers) => ({ level: "total", part: null, group_id: null, ...answers }) as const,
    ),
    ...[...countAnswers(partKeys(settings, parts), settings)].map(
      ([part, answers]) => ({ level: "part", part, group_id: null, ...answers }) as const,
    ),
    ...[...ofSettings].map(
      ([code, answers]) =>
        ({ level: "group", part: null, group_id: words.get(code) ?? null, ...answers }) as const,
    ),
  ];
}

/** What is asked of them, put together first: a row a day and answer in place of one for all else that sets lookups apart. */
function lookupsByDay(scope: Scope, parts: readonly Days[]): Prisma.Sql {
  const group = groupColumn(scope.grouping);
  return Prisma.sql`(
    select day, ${group}, is_first, answer, sum(lookups)::int as lookups
    from ${scope.lookupsCounted} counted where ${isWithin(parts)} group by 1, 2, 3, 4)`;
}

/** Of several authorities that were told of one lookup each has it, and all together, or a setting, have it once. */
function lookupsOf({ grouping }: Scope, isMeant: Prisma.Sql): Prisma.Sql {
  const isByAuthority = grouping === "authority" ? Prisma.sql`grouping(authority_id) = 0` : Prisma.sql`false`;
  return Prisma.sql`coalesce(case when ${isByAuthority}
    then sum(lookups) filter (where ${isMeant})
    else sum(lookups) filter (where is_first and ${isMeant}) end, 0)::int`;
}

function isWithin(parts: readonly Days[]): Prisma.Sql {
  return Prisma.sql`day between ${parts[0]?.from}::date and ${parts.at(-1)?.to}::date`;
}

/** In which of the parts a day is: their first days are all that it takes. */
function partOf(parts: readonly Days[]): Prisma.Sql {
  return Prisma.sql`width_bucket(day, ${parts.map(({ from }) => from)}::date[]) - 1`;
}

function sliceColumns({ grouping }: Scope): Prisma.Sql {
  const group = groupColumn(grouping);
  return Prisma.sql`
    case when grouping(part) = 0 then 'part' when grouping(${group}) = 0 then 'group' else 'total' end as level,
    part, ${group} as group_id`;
}

function inSlices({ grouping }: Scope): Prisma.Sql {
  return Prisma.sql`group by grouping sets ((), (part), (${groupColumn(grouping)}))`;
}
