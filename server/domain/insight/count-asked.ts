import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { partKeys } from "@/server/domain/insight/packed/alert-keys";
import { countAnswers, type Answers } from "@/server/domain/insight/packed/count-answers";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readSettings } from "@/server/domain/insight/packed/read-settings";
import type { GroupKey } from "@/server/domain/insight/name-groups";
import { groupColumn, type Scope } from "@/server/domain/insight/scope";
import type { Days } from "@/server/vocabulary/period";

/** Lookups of a period and their answers. */
export interface Asked {
  readonly total: Answers;
  /** By the number of the part, the first nought; those without lookups are not there. */
  readonly parts: ReadonlyMap<number, Answers>;
  readonly groups: ReadonlyMap<GroupKey, Answers>;
}

const nothing: Answers = { lookups: 0, held: 0, none_held: 0, could_not_check: 0 };

/** Lookups and their answers: in all, by part of the period and by group. */
export function countAsked(work: Work, scope: Scope, parts: readonly Days[]): Promise<Asked> {
  const { grouping, lookupDays } = scope;
  return grouping === "setting" && lookupDays !== undefined
    ? countPackedAsked(work, lookupDays.settings, parts)
    : countEachAsked(work, scope, parts);
}

const AskedRow = z.object({
  level: z.enum(["total", "part", "group"]),
  /** Its place among the parts, the first nought. */
  part: z.number().nullable(),
  group_id: z.uuid().nullable(),
  lookups: z.number(),
  held: z.number(),
  none_held: z.number(),
  could_not_check: z.number(),
});
const AskedRows = z.array(AskedRow);

async function countEachAsked(work: Work, scope: Scope, parts: readonly Days[]): Promise<Asked> {
  const rows: unknown = await work.tx.$queryRaw`
    select ${sliceColumns(scope)},
      ${lookupsOf(scope, Prisma.sql`true`)} as lookups,
      ${lookupsOf(scope, Prisma.sql`answer = 'held'`)} as held,
      ${lookupsOf(scope, Prisma.sql`answer = 'none-held'`)} as none_held,
      ${lookupsOf(scope, Prisma.sql`answer = 'could-not-check'`)} as could_not_check
    from (select *, ${partOf(parts)} as part from ${lookupsByDay(scope, parts)} by_day) counted
    ${inSlices(scope)}`;
  const counted = AskedRows.parse(rows);
  return {
    total: counted.find(({ level }) => level === "total") ?? nothing,
    parts: new Map(counted.flatMap((row) => (row.part === null ? [] : [[row.part, row] as const]))),
    // A fact without a group (a lookup belongs to no authority) is counted in the total and the part only.
    groups: new Map(counted.flatMap((row) => (row.group_id === null ? [] : [[row.group_id, row] as const]))),
  };
}

async function countPackedAsked(work: Work, settingDays: Prisma.Sql, parts: readonly Days[]): Promise<Asked> {
  const settings = await readSettings(work, settingDays, {
    from: parts[0]?.from ?? "",
    to: parts.at(-1)?.to ?? "",
  });
  await letOthersIn();
  const together = countAnswers(new Int32Array(settings.setting.length), settings);
  await letOthersIn();
  const groups = countAnswers(settings.setting, settings);
  await letOthersIn();
  return {
    total: together.get(0) ?? nothing,
    parts: countAnswers(partKeys(settings.days, parts), settings),
    groups,
  };
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
