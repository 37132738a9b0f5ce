import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { trendWeeksOf } from "@/server/vocabulary/trend-weeks";
import { readTrend, type QualityMonth } from "@/server/domain/register/quality/read-trend";
import { rowAnswers } from "@/server/vocabulary/feed-answer";
import { faultCauses } from "@/server/vocabulary/fault-cause";
import { FeedId } from "@/server/vocabulary/ids";

const instant = z.string().transform((text) => new Date(text));

const Fault = z.object({
  faultId: z.uuid(),
  cause: z.enum(faultCauses),
  rowAnswer: z.enum(rowAnswers),
  /** In the newest list; 0 where no row is meant. */
  rowNumber: z.number(),
  column: z.string(),
  value: z.string(),
  message: z.string(),
  suggestion: z.string().nullable(),
  firstShownAt: instant,
  /** The list that showed it first. */
  firstSequence: z.number().nullable(),
});
export type OpenFault = Readonly<z.infer<typeof Fault>>;

const Fixed = Fault.extend({ fixedAt: instant, fixedSequence: z.number().nullable() });
export type FixedFault = Readonly<z.infer<typeof Fixed>>;

const Standing = z.object({
  /** The newest list that was applied; null before the first. */
  newest: z
    .object({
      feedId: FeedId,
      sequence: z.number(),
      receivedAt: instant,
      rows: z.number(),
      loaded: z.number(),
    })
    .nullable(),
  /** Rows of the newest list whose person demographics does not know by this number, or not so. */
  unmatched: z.number(),
  /** Sequence numbers that were skipped in the last 90 days. */
  gaps: z.number(),
  /** Median of those fixed in the last 91 days; null where none was. */
  daysToFix: z.number().nullable(),
  openCount: z.number(),
  open: z.array(Fault),
  fixed: z.array(Fixed),
});

/** How good the lists of an authority are, what is wrong today, and how that has changed. */
export type Quality = Readonly<z.infer<typeof Standing>> & { readonly months: readonly QualityMonth[] };

const mostOpen = 500;
const mostFixed = 50;

/** What is wrong in the lists of the person's authorities today, the longest open first, and how good the lists are. */
export async function showQuality(work: Work): Promise<Quality> {
  const own = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const rows: { standing: unknown }[] = await work.tx.$queryRaw`
    with newest as (
      select id, sequence, received_at, row_count, loaded_count, unmatched_count from feed
      where authority_id = any (${own}::uuid[]) and kind = 'list' and state = 'applied'
      order by received_at desc, sequence desc limit 1
    ), fault as (
      select data_fault.id as "faultId", cause, row_answer as "rowAnswer", row_number as "rowNumber", "column", value,
        message, suggestion, first_shown_at as "firstShownAt", first.sequence as "firstSequence",
        fixed_at as "fixedAt", last.sequence as "fixedSequence"
      from data_fault join feed first on first.id = first_feed_id left join feed last on last.id = fixed_feed_id
      -- What only a list showed that was taken back was never wrong.
      where data_fault.authority_id = any (${own}::uuid[]) and first.state <> 'undone'
        and (fixed_at is null or fixed_at >= ${trendWeeksOf(work.now).bounds[0]}::timestamptz)
    )
    select json_build_object(
      'newest', (select json_build_object('feedId', id, 'sequence', sequence, 'receivedAt', received_at,
        'rows', row_count, 'loaded', loaded_count) from newest),
      'unmatched', (select coalesce(sum(unmatched_count), 0) from newest),
      'gaps', (select coalesce(sum(gap_count), 0) from feed where authority_id = any (${own}::uuid[])
        and state = 'applied' and received_at > ${work.now}::timestamptz - interval '90 days'),
      'daysToFix', (select percentile_cont(0.5) within group (
          order by extract(epoch from "fixedAt" - "firstShownAt") / 86400)
        from fault where "fixedAt" is not null),
      'openCount', (select count(*) from fault where "fixedAt" is null),
      'open', (select coalesce(json_agg(one), '[]') from (select * from fault where "fixedAt" is null
        order by "firstShownAt", "rowNumber", "faultId" limit ${mostOpen}::int) one),
      'fixed', (select coalesce(json_agg(one), '[]') from (select * from fault where "fixedAt" is not null
        order by "fixedAt" desc, "faultId" limit ${mostFixed}::int) one)) as standing`;

  await recordAudit(work, { action: "feed:read", outcome: "done", detail: "quality" });
  return { ...Standing.parse(rows[0]?.standing), months: await readTrend(work, own) };
}
