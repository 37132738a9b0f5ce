import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { letOthersIn } from "@/server/domain/insight/packed/let-others-in";
import { readSettings, type CountedSettings } from "@/server/domain/insight/packed/read-settings";
import { readCode } from "@/server/domain/insight/packed/read-words";
import { spread } from "@/server/domain/insight/packed/spread";
import { none } from "@/server/domain/insight/packed/unpack";
import { lookupConditions } from "@/server/domain/insight/rows/lookup-conditions";
import type { DayOfRows, RowsOfDays } from "@/server/domain/insight/rows/rows-of-days";
import { isWithin } from "@/server/domain/insight/scope";
import type { RowsOfLookups } from "@/server/vocabulary/counted-rows";
import { addDays } from "@/server/vocabulary/london-time";
import type { RowsCut } from "@/server/vocabulary/rows-cut";

/** Lookups that a figure counts by day. */
export async function countLookupsByDay(
  work: Work,
  asked: RowsOfDays,
  behind: RowsOfLookups,
): Promise<readonly DayOfRows[]> {
  const { scope, request } = asked.question;
  // What is counted of the whole service by answer and cause knows no settings: those are packed.
  return request.cut?.by === "setting" && scope.lookupDays !== undefined
    ? countOfSetting(work, asked, { settings: scope.lookupDays.settings, setting: request.cut.is, behind })
    : countEach(work, asked, behind);
}

const DayRows = z.array(z.object({ day: z.iso.date(), rows: z.number() }));

async function countEach(
  { tx }: Work,
  { question, days }: RowsOfDays,
  behind: RowsOfLookups,
): Promise<readonly DayOfRows[]> {
  const conditions = lookupConditions(question, behind).map(({ isCounted }) => isCounted);
  const rows: unknown = await tx.$queryRaw`
    select day::text, sum(${counted(question.request.cut)})::int as rows
    from ${question.scope.lookupsCounted} lookups
    where ${Prisma.join(conditions, " and ")} and ${isWithin(days)} group by day`;
  return DayRows.parse(rows).filter(({ rows }) => rows > 0);
}

function counted(cut: RowsCut | undefined): Prisma.Sql {
  return cut?.by === "hour"
    ? Prisma.sql`lookups.hours[${Number(cut.is) + 1}::int]`
    : Prisma.sql`lookups.lookups`;
}

interface OfSetting {
  readonly settings: Prisma.Sql;
  readonly setting: string;
  readonly behind: RowsOfLookups;
}

async function countOfSetting(
  work: Work,
  { days }: RowsOfDays,
  { settings, setting, behind }: OfSetting,
): Promise<readonly DayOfRows[]> {
  const code = setting === "none" ? none : await readCode(work, setting);
  if (code === undefined) return [];
  const columns = await readSettings(work, settings, days);
  await letOthersIn();
  const counts = new Map<number, number>();
  for (const [place, day] of spread(columns.days).entries()) {
    if (columns.setting[place] !== code) continue;
    counts.set(day, (counts.get(day) ?? 0) + rowsAt(columns, place, behind));
  }
  return [...counts]
    .filter(([, rows]) => rows > 0)
    .map(([day, rows]) => ({ day: addDays(days.from, day), rows }));
}

const columnsOf = {
  held: ["held"],
  "none-held": ["noneHeld"],
  "could-not-check": ["couldNotCheck"],
} as const;
const everyColumn = ["held", "noneHeld", "couldNotCheck"] as const;

function rowsAt(settings: CountedSettings, place: number, { answer }: RowsOfLookups): number {
  const columns = answer === undefined ? everyColumn : columnsOf[answer];
  return columns.reduce((sum, column) => sum + Math.max(0, settings[column][place] ?? 0), 0);
}
