import type { Work } from "@/server/db/work";
import type { RegisterEntry } from "@/server/domain/register/compare-feed";
import type { RowProblem } from "@/server/domain/register/feed-file/feed-row";
import { faultOfMissing, faultOfProblem } from "@/server/domain/register/quality/fault-of-problem";
import type { FeedId, OrganisationId } from "@/server/vocabulary/ids";

interface Shown {
  readonly authorityId: OrganisationId;
  readonly feedId: FeedId;
  readonly problems: readonly RowProblem[];
  readonly missing: readonly RegisterEntry[];
}

/**
 * Follows what is wrong from list to list: what this one shows again stays open since it was first shown, what is new
 * is opened, and what it no longer shows was fixed in it.
 */
export async function recordFaults(work: Work, shown: Shown): Promise<void> {
  const { authorityId, feedId } = shown;
  const faults = [...shown.problems.map(faultOfProblem), ...shown.missing.map(faultOfMissing)];
  const once = [...new Map(faults.map((fault) => [fault.fingerprint, fault])).values()];

  await work.tx.$executeRaw`
    insert into data_fault as open (authority_id, fingerprint, cause, row_answer, row_number, "column", value, message,
      suggestion, first_feed_id, first_shown_at, last_feed_id)
    select ${authorityId}::uuid, fingerprint, cause, "rowAnswer", "rowNumber", "column", value, message, suggestion,
      ${feedId}::uuid, ${work.now}::timestamptz, ${feedId}::uuid
    from json_to_recordset(${JSON.stringify(once)}::json) as shown (fingerprint char(64), cause text,
      "rowAnswer" text, "rowNumber" int, "column" text, value text, message text, suggestion text)
    on conflict (authority_id, fingerprint) where fixed_at is null do update set last_feed_id = excluded.last_feed_id,
      row_number = excluded.row_number, value = excluded.value, message = excluded.message,
      suggestion = coalesce(excluded.suggestion, open.suggestion)`;
  await work.tx.$executeRaw`
    update data_fault set fixed_feed_id = ${feedId}::uuid, fixed_at = ${work.now}::timestamptz
    where authority_id = ${authorityId}::uuid and fixed_at is null and last_feed_id <> ${feedId}::uuid`;
}
