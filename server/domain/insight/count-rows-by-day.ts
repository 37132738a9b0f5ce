import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readAlerts } from "@/server/domain/insight/packed/read-alerts";
import { readCode } from "@/server/domain/insight/packed/read-words";
import { none, unpack } from "@/server/domain/insight/packed/unpack";
import { spread } from "@/server/domain/insight/packed/spread";
import { groupColumn, type Scope } from "@/server/domain/insight/scope";
import type { AnswerKind } from "@/server/vocabulary/answer";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";
import { rowsBehind, type AlertStage, type MeasuredRows } from "@/server/vocabulary/measure";
import type { Days } from "@/server/vocabulary/period";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

/** Of which figure, for whom and on which days. */
interface RowsOfDays {
  readonly scope: Scope;
  readonly request: RowsRequest;
  readonly days: Days;
}

export interface DayOfRows {
  readonly day: LondonDate;
  readonly rows: number;
}

/** How many rows of a figure each of these days has, by what was counted; days without any are not there. */
export function countRowsByDay(work: Work, question: RowsOfDays): Promise<readonly DayOfRows[]> {
  const { request } = question;
  const behind: MeasuredRows = rowsBehind[request.measure];
  return behind.of === "lookups"
    ? countLookupsByDay(work, question, behind.answer)
    : countAlertsByDay(work, question, behind.stage);
}

async function countLookupsByDay(
  { tx }: Work,
  { scope, request: { groupId }, days }: RowsOfDays,
  answer: AnswerKind | undefined,
): Promise<readonly DayOfRows[]> {
  const isMeant = answer === undefined ? Prisma.sql`true` : Prisma.sql`answer = ${answer}`;
  // Of several authorities that were told each has a lookup, and all together have it once.
  const isInGroup =
    groupId === undefined
      ? Prisma.sql`is_first`
      : Prisma.sql`${groupColumn(scope.grouping)} = ${groupId}::uuid`;
  const rows: unknown = await tx.$queryRaw`
    select day::text, sum(lookups)::int as rows from ${scope.lookupsCounted} lookups
    where ${isMeant} and ${isInGroup} and day between ${days.from}::date and ${days.to}::date group by day`;
  return z.array(DayRow).parse(rows);
}

const DayRow = z.object({ day: z.iso.date(), rows: z.number() });

/** What says of an alert that it is one of these; of all of them any column does. */
const stageColumns = { raised: "unreached", taken: "taken", unreached: "unreached" } as const;

async function countAlertsByDay(
  work: Work,
  { scope, request: { groupId }, days }: RowsOfDays,
  stage: AlertStage,
): Promise<readonly DayOfRows[]> {
  const code = groupId === undefined ? undefined : await readCode(work, groupId);
  if (groupId !== undefined && code === undefined) return [];
  const column = stageColumns[stage];
  const alerts = await readAlerts(work, {
    scope,
    period: days,
    columns: code === undefined ? [column] : [column, scope.grouping],
  });
  const { grouping } = scope;
  const stages = unpack(alerts.columns[column]);
  await letOthersIn();
  const groups = code === undefined ? undefined : unpack(alerts.columns[grouping]);
  await letOthersIn();
  const isMeant = (place: number) =>
    (stage === "raised" || stages[place] !== none) && (groups === undefined || groups[place] === code);
  return countDays(spread(alerts.days), isMeant).map(([day, rows]) => ({
    day: addDays(days.from, day),
    rows,
  }));
}

function countDays(
  days: Int32Array,
  isMeant: (place: number) => boolean,
): readonly (readonly [day: number, rows: number])[] {
  const counts = new Map<number, number>();
  for (let place = 0; place < days.length; place += 1) {
    const day = days[place] ?? 0;
    if (isMeant(place)) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts];
}
