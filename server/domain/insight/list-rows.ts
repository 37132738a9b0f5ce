import { z } from "zod";
import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { askedFacts, raisedFacts } from "@/server/domain/insight/facts";
import { findDaysOfRows } from "@/server/domain/insight/find-days-of-rows";
import { readAge, type FiguresAge } from "@/server/domain/insight/read-age";
import { groupColumn, scopeOf, type Scope } from "@/server/domain/insight/scope";
import { answerKinds } from "@/server/vocabulary/answer";
import { AlertId } from "@/server/vocabulary/ids";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { rowsBehind, type MeasuredRows } from "@/server/vocabulary/measure";
import type { PageCursor } from "@/server/vocabulary/page-cursor";
import { periodOf, spansOf, type DaySpan } from "@/server/vocabulary/period";
import type { RowsRequest } from "@/server/vocabulary/rows-request";

export const AskedRow = z.object({
  id: z.uuid(),
  at: z.date(),
  organisation: z.string().nullable(),
  setting: z.string().nullable(),
  mode: z.enum(["unscheduled", "scheduled"]),
  answer: z.enum(answerKinds),
});
export type InsightLookup = z.infer<typeof AskedRow>;

export const RaisedRow = z.object({
  id: AlertId,
  at: z.date(),
  reference: z.string(),
  authority: z.string(),
  organisation: z.string(),
  setting: z.string(),
  shown_at: z.date().nullable(),
  taken_at: z.date().nullable(),
  unreached_at: z.date().nullable(),
  seconds_to_taken: z.number().nullable(),
});
export type InsightAlert = z.infer<typeof RaisedRow>;

export type RowsPage = FiguresAge & {
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** Where the next page begins; undefined on the last. */
  readonly next: PageCursor | undefined;
} & (
    | { readonly of: "lookups"; readonly rows: readonly InsightLookup[] }
    | { readonly of: "alerts"; readonly rows: readonly InsightAlert[] }
  );

const pageLength = 50;

/**
 * The rows that a figure counts, newest first, 50 a page, without anybody's identity. Only those days are read that are
 * known to have some, so that a page of five years is as quick as one of a day.
 */
export async function listRows(work: Work, request: RowsRequest): Promise<RowsPage> {
  const scope = scopeOf(work.actor);
  const period = periodOf(request.period, work.now);
  const age = await readAge(work);
  const days = await findDaysOfRows(work, { scope, period, request, wanted: pageLength + 1 });
  const behind: MeasuredRows = rowsBehind[request.measure];
  const question = { scope, spans: spansOf(days), request };
  await recordAudit(work, {
    action: "insight:read",
    outcome: "done",
    detail: `rows of ${request.measure}, ${period.from} to ${period.to}`,
  });

  const head = { ...age, from: period.from, to: period.to };
  if (behind.of === "lookups") {
    const rows = z.array(AskedRow).parse(await onePageOf(work, askedRows(question, behind)));
    return { ...head, of: "lookups", ...onePage(rows) };
  }
  const rows = z.array(RaisedRow).parse(await onePageOf(work, raisedRows(question, behind)));
  return { ...head, of: "alerts", ...onePage(rows) };
}

function onePageOf({ tx }: Work, rows: Prisma.Sql): Promise<unknown> {
  return tx.$queryRaw`${rows} limit ${pageLength + 1}`;
}

interface Question {
  readonly scope: Scope;
  readonly spans: readonly DaySpan[];
  readonly request: RowsRequest;
}

/** The statement that gives the lookups behind a figure, newest first. */
export function askedRows(
  { scope, spans, request }: Question,
  { answer }: MeasuredRows & { of: "lookups" },
): Prisma.Sql {
  return Prisma.sql`
    with ${askedFacts(scope, spans)}
    select distinct asked.id, at, organisation.name as organisation, care_setting.name as setting, mode, answer
    from asked left join organisation on organisation.id = asked.organisation_id
      left join care_setting on care_setting.id = asked.care_setting_id
    where ${answer === undefined ? Prisma.sql`true` : Prisma.sql`answer = ${answer}`}
      and ${isInGroup(scope, request, Prisma.sql`asked`)} and ${isAfter(request, Prisma.sql`asked`)}
    order by at desc, asked.id desc`;
}

const isOfStage = {
  raised: Prisma.sql`true`,
  taken: Prisma.sql`taken_at is not null`,
  unreached: Prisma.sql`unreached_at is not null`,
} as const;

/** The statement that gives the alerts behind a figure, newest first. */
export function raisedRows(
  { scope, spans, request }: Question,
  { stage }: MeasuredRows & { of: "alerts" },
): Prisma.Sql {
  return Prisma.sql`
    with ${raisedFacts(scope, spans)}
    select raised.id, at, reference, authority.name as authority, organisation.name as organisation,
      care_setting.name as setting, shown_at, taken_at, unreached_at, seconds_to_taken
    from raised join organisation authority on authority.id = raised.authority_id
      join organisation on organisation.id = raised.organisation_id
      join care_setting on care_setting.id = raised.care_setting_id
    where ${isOfStage[stage]}
      and ${isInGroup(scope, request, Prisma.sql`raised`)} and ${isAfter(request, Prisma.sql`raised`)}
    order by at desc, raised.id desc`;
}

function isInGroup({ grouping }: Scope, { groupId }: RowsRequest, facts: Prisma.Sql): Prisma.Sql {
  return groupId === undefined
    ? Prisma.sql`true`
    : Prisma.sql`${facts}.${groupColumn(grouping)} = ${groupId}::uuid`;
}

function isAfter({ after }: RowsRequest, facts: Prisma.Sql): Prisma.Sql {
  return after === undefined
    ? Prisma.sql`true`
    : Prisma.sql`(${facts}.at, ${facts}.id) < (${after.at}, ${after.id}::uuid)`;
}

function onePage<Row extends PageCursor>(
  found: readonly Row[],
): { rows: Row[]; next: PageCursor | undefined } {
  const rows = found.slice(0, pageLength);
  const last = rows.at(-1);
  return { rows, next: found.length > pageLength && last ? { at: last.at, id: last.id } : undefined };
}
