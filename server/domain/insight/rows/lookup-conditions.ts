import { Prisma } from "@/server/db/generated/client";
import type { RowsQuestion } from "@/server/domain/insight/rows/rows-question";
import { groupColumn, type Scope } from "@/server/domain/insight/scope";
import type { RowsOfLookups } from "@/server/vocabulary/counted-rows";
import type { PlaceKind } from "@/server/vocabulary/rows-cut";

/** What makes a lookup one of those that a figure counts: as it was counted, and as its facts say it. Both are the same. */
export interface LookupCondition {
  /** By the columns of `lookupsCounted`, as `lookups`. */
  readonly isCounted: Prisma.Sql;
  /** By the columns of `asked`. */
  readonly isFact: Prisma.Sql;
}

/** All that a lookup has to be. */
export function lookupConditions(
  question: RowsQuestion,
  { answer }: RowsOfLookups,
): readonly LookupCondition[] {
  return [
    ...(answer === undefined ? [] : [isOnBoth((row) => Prisma.sql`${row}.answer = ${answer}`)]),
    ofGroup(question),
    ...ofCut(question),
  ];
}

/** Of several authorities that were told each has a lookup, and all together have it once. */
function ofGroup({ scope: { grouping }, request: { groupId } }: RowsQuestion): LookupCondition {
  return groupId === undefined
    ? { isCounted: Prisma.sql`lookups.is_first`, isFact: Prisma.sql`true` }
    : isOnBoth((row) => Prisma.sql`${row}.${groupColumn(grouping)} = ${groupId}::uuid`);
}

/** Of which hour it is, is a matter of what is added up, and of when facts are looked for. */
function ofCut({ scope, request: { cut }, causes }: RowsQuestion): readonly LookupCondition[] {
  if (cut?.by === "setting") {
    return [isOfSetting(cut.is), ...(cut.place === undefined ? [] : isInPlace(scope, cut.place))];
  }
  if (cut?.by === "source") return [isOnBoth((row) => Prisma.sql`${row}.channel = ${cut.is}`)];
  if (cut?.by === "cause") return [isOnBoth((row) => Prisma.sql`${row}.cause = any (${causes})`)];
  return [];
}

function isOfSetting(setting: string): LookupCondition {
  return isOnBoth((row) =>
    setting === "none"
      ? Prisma.sql`${row}.care_setting_id is null`
      : Prisma.sql`${row}.care_setting_id = ${setting}::uuid`,
  );
}

/** Nobody but an authority counts by place; of several that were told the first says where it was. */
function isInPlace({ lookupDays }: Scope, place: PlaceKind): readonly LookupCondition[] {
  if (lookupDays !== undefined) return [];
  const isIn = isOnBoth((row) => Prisma.sql`${placeOf(row)} = ${place}`);
  const isFirst = Prisma.sql`not exists (
    select from asked earlier where earlier.id = asked.id and earlier.authority_id < asked.authority_id)`;
  return [isIn, { isCounted: Prisma.sql`true`, isFact: isFirst }];
}

/** Whether it was asked from the region of the authority. */
function placeOf(row: Prisma.Sql): Prisma.Sql {
  const regionOf = (organisation: Prisma.Sql) =>
    Prisma.sql`coalesce((select region from organisation where organisation.id = ${organisation}), '')`;
  const own = regionOf(Prisma.sql`${row}.authority_id`);
  const theirs = regionOf(Prisma.sql`${row}.organisation_id`);
  return Prisma.sql`case when ${own} = '' or ${theirs} = '' then 'not-known' when ${own} = ${theirs} then 'own'
    else 'elsewhere' end`;
}

function isOnBoth(condition: (row: Prisma.Sql) => Prisma.Sql): LookupCondition {
  return { isCounted: condition(Prisma.sql`lookups`), isFact: condition(Prisma.sql`asked`) };
}
