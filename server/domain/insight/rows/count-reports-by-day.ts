import { z } from "zod";
import type { Work } from "@/server/db/work";
import { isOfWord } from "@/server/domain/insight/rows/rows-statement";
import type { DayOfRows, RowsOfDays } from "@/server/domain/insight/rows/rows-of-days";
import { isWithin } from "@/server/domain/insight/scope";

const DayRows = z.array(z.object({ day: z.iso.date(), rows: z.number() }));

/** Referrals or missed appointments that a figure counts by day. */
export async function countReportsByDay(
  { tx }: Work,
  { question: { scope, request }, days }: RowsOfDays,
  kind: "referral" | "missed",
): Promise<readonly DayOfRows[]> {
  const rows: unknown = await tx.$queryRaw`
    select day::text, sum(reports)::int as rows from report_day
    where kind = ${kind} and ${isOfWord(request)} and ${scope.isTheirs} and ${isWithin(days)} group by day`;
  return DayRows.parse(rows);
}
