import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { fileAnswers } from "@/server/vocabulary/feed-answer";
import { feedStates } from "@/server/vocabulary/feed-state";
import { FeedId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";

const instant = z.string().transform((text) => new Date(text));

const ListedFeed = z.object({
  feedId: FeedId,
  authorityName: z.string(),
  /** Null for one plan that was told between two lists. */
  sequence: z.number().nullable(),
  state: z.enum(feedStates),
  receivedAt: instant,
  sentBy: z.string().nullable(),
  fileAnswer: z.enum(fileAnswers).nullable(),
  loaded: z.number(),
  rejected: z.number(),
  missing: z.number(),
});
export type ListedFeed = z.infer<typeof ListedFeed>;

const ListStanding = z.object({
  authorityCode: z.string(),
  authorityName: z.string(),
  /** 0 before the first list. */
  lastSequence: z.number(),
  lastReceivedAt: instant.nullable(),
  /** Plans in the register that are not ended and not deleted. */
  plansInForce: z.number(),
  plansMissing: z.number(),
});
export type ListStanding = z.infer<typeof ListStanding>;

const FeedOverview = z.object({ standings: z.array(ListStanding), feeds: z.array(ListedFeed) });
export type FeedOverview = z.infer<typeof FeedOverview>;

interface HowMany {
  /** How many lists at the most. */
  readonly most: number;
}

/** Where the lists of the person's authorities stand, and the newest of them, newest first. */
export async function listFeeds(work: Work, { most }: HowMany): Promise<FeedOverview> {
  const ids = work.actor.kind === "person" ? [...work.actor.authorityIds] : [];
  const rows: unknown[] = await work.tx.$queryRaw`
    select
      (select coalesce(json_agg(standing order by "authorityName"), '[]') from (
        select o.code as "authorityCode", o.name as "authorityName", coalesce(r.last_sequence, 0) as "lastSequence",
          r.last_received_at as "lastReceivedAt", count(p.id) as "plansInForce",
          count(p.missing_from_feed_id) as "plansMissing"
        from organisation o left join register_state r on r.authority_id = o.id
          left join plan p on p.authority_id = o.id and p.deleted_on is null
            and (p.end_on is null or p.end_on >= ${londonDate(work.now)}::date)
        where o.id = any (${ids}::uuid[]) and o.kind = 'authority'
        group by o.id, r.authority_id) standing) as standings,
      (select coalesce(json_agg(listed), '[]') from (
        select f.id as "feedId", o.name as "authorityName", f.sequence, f.state,
          f.received_at as "receivedAt", p.name as "sentBy", f.file_answer as "fileAnswer",
          f.loaded_count as loaded, f.rejected_count as rejected, f.missing_count as missing
        from feed f join organisation o on o.id = f.authority_id left join person p on p.id = f.person_id
        where f.authority_id = any (${ids}::uuid[])
        order by f.received_at desc, f.sequence desc nulls last limit ${most}::int) listed) as feeds`;

  await recordAudit(work, { action: "feed:read", outcome: "done" });
  return FeedOverview.parse(rows[0]);
}
