import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { groupColumn, type Scope } from "@/server/domain/insight/scope";
import { londonDate, type LondonDate } from "@/server/vocabulary/london-time";
import { rowsBehind, type MeasuredRows } from "@/server/vocabulary/measure";
import type { Period } from "@/server/vocabulary/period";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

const Row = z.object({ day: z.iso.date() });

interface Question {
  readonly scope: Scope;
  readonly period: Period;
  readonly request: RowsRequest;
  /** How many rows are wanted. */
  readonly wanted: number;
}

/**
 * The newest days on which so many rows of a figure are, by what was counted: only their facts have to be read, however
 * long the period is. A page that goes on begins on the day at which the one before ended.
 */
export async function findDaysOfRows({ tx }: Work, question: Question): Promise<readonly LondonDate[]> {
  const { scope, period, request, wanted } = question;
  const until = request.after === undefined ? period.to : londonDate(request.after.at);
  // Of the day at which a page goes on nobody knows how many are left: it counts for none.
  const goesOnOn = request.after === undefined ? null : until;
  const isInGroup =
    request.groupId === undefined
      ? Prisma.sql`true`
      : Prisma.sql`${groupColumn(scope.grouping)} = ${request.groupId}::uuid`;
  const rows: unknown = await tx.$queryRaw`
    with counted as (select day, sum(rows) as rows from (${countedRows(scope, request)}) counted
      where day between ${period.from}::date and least(${period.to}::date, ${until}::date) and ${isInGroup} group by day),
    newer as (select day, coalesce(sum(rows) filter (where day is distinct from ${goesOnOn}::date)
      over (order by day desc rows between unbounded preceding and 1 preceding), 0) as rows from counted)
    select day::text from newer where rows < ${wanted} order by day desc`;
  return z
    .array(Row)
    .parse(rows)
    .map(({ day }) => day);
}

function countedRows(scope: Scope, { measure, groupId }: RowsRequest): Prisma.Sql {
  const behind: MeasuredRows = rowsBehind[measure];
  if (behind.of === "lookups") {
    const isMeant = behind.answer === undefined ? Prisma.sql`true` : Prisma.sql`answer = ${behind.answer}`;
    // Of several authorities that were told each has a lookup, and all together have it once.
    const isOnce = groupId === undefined ? Prisma.sql`is_first` : Prisma.sql`true`;
    return Prisma.sql`select day, authority_id, care_setting_id, lookups as rows
      from ${scope.lookupsCounted} lookups where ${isMeant} and ${isOnce}`;
  }
  return Prisma.sql`select day, authority_id, care_setting_id, 1 as rows from alert_day
    where ${scope.isTheirs} and ${isOfStage[behind.stage]}`;
}

const isOfStage = {
  raised: Prisma.sql`true`,
  taken: Prisma.sql`taken is not null`,
  unreached: Prisma.sql`is_unreached`,
} as const;
