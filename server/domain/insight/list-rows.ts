import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { findDaysOfRows } from "@/server/domain/insight/find-days-of-rows";
import { readBasis, type Basis } from "@/server/domain/insight/read-basis";
import { nameRows } from "@/server/domain/insight/rows/name-rows";
import {
  rowKinds,
  type AlertRow,
  type LookupRow,
  type MissedRow,
  type ReferralRow,
} from "@/server/domain/insight/rows/row-kinds";
import { rowsQuestion } from "@/server/domain/insight/rows/rows-question";
import { rowsStatement } from "@/server/domain/insight/rows/rows-statement";
import { rowsBehind, type RowsBehind } from "@/server/vocabulary/counted-rows";
import type { LondonDate } from "@/server/vocabulary/london-time";
import type { PageCursor } from "@/server/vocabulary/page-cursor";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where the next page begins; undefined on the last. */
  readonly next: PageCursor | undefined;
}

type PageOfRows =
  | ({ readonly of: "lookups" } & Page<LookupRow>)
  | ({ readonly of: "alerts" } & Page<AlertRow>)
  | ({ readonly of: "referrals" } & Page<ReferralRow>)
  | ({ readonly of: "missed" } & Page<MissedRow>);

/** The figure rests on this: rows of predecessors, whose counts are in it, are not among them. */
interface Shown extends Basis {
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** Of days before this one only figures are kept; undefined where all rows are there. */
  readonly rowsSince: LondonDate | undefined;
}

export type RowsPage = Shown & PageOfRows;

const pageLength = 50;

/**
 * The rows that a figure counts, newest first, 50 a page, without anybody's identity. Only those days are read that are
 * known to have some, so that a page of five years is as quick as one of a day.
 */
export async function listRows(work: Work, request: RowsRequest): Promise<RowsPage> {
  const question = await rowsQuestion(work, request);
  const { from, to } = question.period;
  const basis = await readBasis(work);
  const days = await findDaysOfRows(work, question, pageLength + 1);
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `rows of ${nameRows(request)}, ${from} to ${to}`,
  });

  const found: unknown = await work.tx.$queryRaw`${rowsStatement(question, days)} limit ${pageLength + 1}`;
  const shown: Shown = { ...basis, from, to, rowsSince: await readRowsSince(work) };
  return { ...shown, ...pageOf(rowsBehind[request.measure].of, found) };
}

const Since = z.tuple([z.object({ since: z.iso.date().nullable() })]);

async function readRowsSince({ tx }: Work): Promise<LondonDate | undefined> {
  const rows: unknown = await tx.$queryRaw`select lantern_facts_since()::text as since`;
  return Since.parse(rows)[0].since ?? undefined;
}

function pageOf(of: RowsBehind["of"], found: unknown): PageOfRows {
  switch (of) {
    case "lookups":
      return { of, ...onePage(rowKinds.lookups.parse(found)) };
    case "alerts":
      return { of, ...onePage(rowKinds.alerts.parse(found)) };
    case "referrals":
      return { of, ...onePage(rowKinds.referrals.parse(found)) };
    case "missed":
      return { of, ...onePage(rowKinds.missed.parse(found)) };
  }
}

function onePage<Row extends PageCursor>(found: readonly Row[]): Page<Row> {
  const rows = found.slice(0, pageLength);
  const last = rows.at(-1);
  return { rows, next: found.length > pageLength && last ? { at: last.at, id: last.id } : undefined };
}
