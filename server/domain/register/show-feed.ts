import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { countsOfFeed } from "@/server/domain/register/delivery/counts-of-feed";
import { FeedEffect } from "@/server/domain/register/delivery/feed-effects";
import { FeedCounts } from "@/server/domain/register/feed-counts";
import { feedWays, fileAnswers, rowAnswers } from "@/server/vocabulary/feed-answer";
import { feedStates } from "@/server/vocabulary/feed-state";
import { FeedId } from "@/server/vocabulary/ids";
import { planKinds } from "@/server/vocabulary/plan-kind";
import { Refusal } from "@/server/vocabulary/refusal";

const instant = z.string().transform((text) => new Date(text));

const FeedReport = z.object({
  feedId: FeedId,
  authorityCode: z.string(),
  authorityName: z.string(),
  kind: z.enum(["list", "plan"]),
  /** Null for a plan. */
  sequence: z.number().nullable(),
  receivedAt: instant,
  receivedBy: z.enum(feedWays),
  sentBy: z.string().nullable(),
  state: z.enum(feedStates),
  /** Why it is not applied, in plain words. */
  stateReason: z.string().nullable(),
  /** Null until there is one. */
  fileAnswer: z.enum(fileAnswers).nullable(),
  /** The version of the register that the figures were made with; null before. */
  version: z.number().nullable(),
  confirmedBy: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoneAt: instant.nullable(),
  /** No other list of the authority was applied since: it can be undone. */
  isNewest: z.boolean(),
  notes: z.array(z.string()),
  gap: z.number(),
  counts: FeedCounts,
  effects: z.array(FeedEffect),
  /** In the order of the file, as many as were asked for. */
  problems: z.array(
    z.object({
      rowNumber: z.number(),
      column: z.string(),
      value: z.string(),
      rowAnswer: z.enum(rowAnswers),
      message: z.string(),
      suggestion: z.string().nullable(),
      isLoaded: z.boolean(),
    }),
  ),
  problemCount: z.number(),
  /** Plans that are absent from this list while it is the newest: they stay in force. */
  missing: z.array(
    z.object({
      planId: z.uuid(),
      nhsNumber: z.string(),
      localId: z.string(),
      kind: z.enum(planKinds),
      startOn: z.string(),
    }),
  ),
});
export type FeedReport = z.infer<typeof FeedReport>;

interface Asked {
  readonly feedId: FeedId;
  /** How many problems and how many missing plans at the most. */
  readonly most: number;
}

/** What became of one list, or would become of it, row by row. A list of another authority is not found. */
export async function showFeed(work: Work, asked: Asked): Promise<FeedReport> {
  const report = await readReport(work, asked);
  if (report === undefined) throw new Refusal("not-found", "There is no such list.");

  await recordAudit(work, { action: "feed:read", outcome: "done", concerns: asked.feedId });
  return report;
}

async function readReport(work: Work, { feedId, most }: Asked): Promise<FeedReport | undefined> {
  const authorities = work.actor.kind === "person" ? [...work.actor.authorityIds] : null;
  const rows: { report: unknown }[] = await work.tx.$queryRaw`
    select json_build_object(
      'feedId', f.id, 'authorityCode', o.code, 'authorityName', o.name, 'kind', f.kind, 'sequence', f.sequence,
      'receivedAt', f.received_at, 'receivedBy', f.received_by, 'sentBy', p.name, 'state', f.state,
      'stateReason', f.state_reason, 'fileAnswer', f.file_answer, 'version', f.compared_version,
      'confirmedBy', (select name from person where id = f.confirmed_by_id),
      'undoneBy', (select name from person where id = f.undone_by_id), 'undoneAt', f.undone_at,
      'isNewest', f.state = 'applied' and f.sequence is not distinct from (
        select last_sequence from register_state where authority_id = f.authority_id),
      'notes', to_json(f.notes), 'gap', f.gap_count, 'counts', ${countsOfFeed}, 'effects', f.effects,
      'problems', (select coalesce(json_agg(problem order by "rowNumber", problem.id), '[]') from (
        select id, row_number as "rowNumber", "column", value, row_answer as "rowAnswer", message, suggestion,
          is_loaded as "isLoaded"
        from row_problem where feed_id = f.id order by row_number, id limit ${most}::int) problem),
      'problemCount', (select count(*) from row_problem where feed_id = f.id),
      'missing', (select coalesce(json_agg(absent order by "localId", "nhsNumber"), '[]') from (
        select plan.id as "planId", s.nhs_number as "nhsNumber", plan.local_id as "localId", plan.kind,
          plan.start_on as "startOn"
        from plan join subject s on s.id = plan.subject_id
        where plan.authority_id = f.authority_id and plan.missing_from_feed_id = f.id
        order by plan.local_id, s.nhs_number limit ${most}::int) absent)) as report
    from feed f join organisation o on o.id = f.authority_id left join person p on p.id = f.person_id
    where f.id = ${feedId}::uuid and (${authorities}::uuid[] is null or f.authority_id = any (${authorities}::uuid[]))`;

  return rows[0] === undefined ? undefined : FeedReport.parse(rows[0].report);
}
