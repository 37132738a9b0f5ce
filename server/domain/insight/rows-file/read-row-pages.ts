import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { AskedRow, askedRows, RaisedRow, raisedRows } from "@/server/domain/insight/list-rows";
import { alertCells, lookupCells } from "@/server/domain/insight/rows-file/row-cells";
import { scopeOf } from "@/server/domain/insight/scope";
import { addDays, startOfLondonDay } from "@/server/vocabulary/london-time";
import { rowsBehind } from "@/server/vocabulary/measure";
import { periodOf, type Days, type DaySpan } from "@/server/vocabulary/period";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

const pageRows = 500;
/** A week is sorted in a moment, however long the period. */
const sliceDays = 7;

/**
 * The rows that a figure counts as cells, newest first, page by page: never more than one page is held here. Runs in one
 * transaction that reads at one moment, on whose behalf it is told; asks for the next page only when it is wanted.
 */
export async function* readRowPages(work: Work, request: RowsRequest): AsyncGenerator<string[][], void> {
  const scope = scopeOf(work.actor);
  // All of them, wherever the page is that it was asked from.
  const all = { ...request, after: undefined };
  const behind = rowsBehind[request.measure];
  for (const slice of slicesOf(periodOf(request.period, work.now))) {
    const question = { scope, spans: [slice], request: all };
    if (behind.of === "lookups") {
      for await (const page of pagesOf(work, "lookup_rows", askedRows(question, behind))) {
        yield z.array(AskedRow).parse(page).map(lookupCells);
      }
    } else {
      for await (const page of pagesOf(work, "alert_rows", raisedRows(question, behind))) {
        yield z.array(RaisedRow).parse(page).map(alertCells);
      }
    }
  }
}

/** The newest first, each at most a week. */
function* slicesOf({ from, to }: Days): Generator<DaySpan> {
  for (let last = to; last >= from; last = addDays(last, -sliceDays)) {
    const weekBefore = addDays(last, 1 - sliceDays);
    const first = weekBefore < from ? from : weekBefore;
    yield { startsAt: startOfLondonDay(first), endsAt: startOfLondonDay(addDays(last, 1)) };
  }
}

const cursors = {
  lookup_rows: {
    declare: Prisma.sql`declare lookup_rows no scroll cursor for`,
    fetch: Prisma.sql`fetch ${Prisma.raw(String(pageRows))} from lookup_rows`,
    close: Prisma.sql`close lookup_rows`,
  },
  alert_rows: {
    declare: Prisma.sql`declare alert_rows no scroll cursor for`,
    fetch: Prisma.sql`fetch ${Prisma.raw(String(pageRows))} from alert_rows`,
    close: Prisma.sql`close alert_rows`,
  },
} as const;

/** Each kind of row has a cursor of its own name, since a statement that is planned once must always mean the same rows. */
async function* pagesOf(
  { tx }: Work,
  name: keyof typeof cursors,
  rows: Prisma.Sql,
): AsyncGenerator<unknown[], void> {
  const cursor = cursors[name];
  await tx.$queryRaw`${cursor.declare} ${rows}`;
  for (;;) {
    const page: unknown[] = await tx.$queryRaw(cursor.fetch);
    if (page.length > 0) yield page;
    if (page.length < pageRows) break;
  }
  await tx.$queryRaw(cursor.close);
}
