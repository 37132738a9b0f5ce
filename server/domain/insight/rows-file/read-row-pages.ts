import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { countRowsByDay } from "@/server/domain/insight/count-rows-by-day";
import { rowsQuestion } from "@/server/domain/insight/rows/rows-question";
import { rowsStatement } from "@/server/domain/insight/rows/rows-statement";
import { rowCells } from "@/server/domain/insight/rows-file/row-cells";
import { rowsBehind, type RowsBehind } from "@/server/vocabulary/counted-rows";
import { addDays, type LondonDate } from "@/server/vocabulary/london-time";
import type { Days } from "@/server/vocabulary/period";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

const pageRows = 500;
/** A week is sorted in a moment, however long the period. */
const sliceDays = 7;

/**
 * The rows that a figure counts as cells, newest first, page by page: never more than one page is held here. Runs in one
 * transaction that reads at one moment, on whose behalf it is told; asks for the next page only when it is wanted.
 */
export async function* readRowPages(work: Work, request: RowsRequest): AsyncGenerator<string[][], void> {
  // All of them, wherever the page is that it was asked from.
  const question = await rowsQuestion(work, { ...request, after: undefined });
  const { of } = rowsBehind[request.measure];
  const counted = new Map(
    (await countRowsByDay(work, question, question.period)).map(({ day, rows }) => [day, rows]),
  );
  for (const days of slicesOf(question.period)) {
    // Of the newest days what was not counted yet may be among them; of the others only those that have some are read.
    const isEmpty = days.every((day) => (counted.get(day) ?? 0) === 0);
    if (isEmpty && !days.includes(question.period.to)) continue;
    for await (const page of pagesOf(work, of, rowsStatement(question, days))) yield rowCells(of, page);
  }
}

/** The newest first, each at most a week. */
function* slicesOf({ from, to }: Days): Generator<readonly LondonDate[]> {
  for (let last = to; last >= from; last = addDays(last, -sliceDays)) {
    const week = Array.from({ length: sliceDays }, (_, ago) => addDays(last, -ago));
    yield week.filter((day) => day >= from);
  }
}

const cursors = {
  lookups: cursorOf("lookup_rows"),
  alerts: cursorOf("alert_rows"),
  referrals: cursorOf("referral_rows"),
  missed: cursorOf("missed_rows"),
} as const;

function cursorOf(name: string) {
  return {
    declare: Prisma.raw(`declare ${name} no scroll cursor for`),
    fetch: Prisma.sql`${Prisma.raw(`fetch ${String(pageRows)} from ${name}`)}`,
    close: Prisma.sql`${Prisma.raw(`close ${name}`)}`,
  };
}

/** Each kind of row has a cursor of its own name, since a statement that is planned once must always mean the same rows. */
async function* pagesOf(
  { tx }: Work,
  of: RowsBehind["of"],
  rows: Prisma.Sql,
): AsyncGenerator<unknown[], void> {
  const cursor = cursors[of];
  await tx.$queryRaw`${cursor.declare} ${rows}`;
  for (;;) {
    const page: unknown[] = await tx.$queryRaw(cursor.fetch);
    if (page.length > 0) yield page;
    if (page.length < pageRows) break;
  }
  await tx.$queryRaw(cursor.close);
}
