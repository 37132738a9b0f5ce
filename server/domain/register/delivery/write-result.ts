import type { Work } from "@/server/db/work";
import type { FeedEffect } from "@/server/domain/register/delivery/feed-effects";
import { fileAnswerOf, type FeedCounts } from "@/server/domain/register/feed-counts";
import type { RowProblem } from "@/server/domain/register/feed-file/feed-row";
import { countUnmatched } from "@/server/domain/register/quality/count-unmatched";
import type { FeedId, OrganisationId } from "@/server/vocabulary/ids";

interface Result {
  readonly feedId: FeedId;
  readonly authorityId: OrganisationId;
  readonly state: "review" | "held" | "applied";
  readonly reason: string | null;
  readonly counts: FeedCounts;
  readonly effects: readonly FeedEffect[];
  readonly problems: readonly RowProblem[];
  readonly notes: readonly string[];
  /** Sequence numbers that were skipped. */
  readonly gap: number;
  /** The version of the register that the counts were made with. */
  readonly version: number;
  /** How fresh the register was before. */
  readonly freshBeforeAt: Date | null;
}

/** Writes down what a delivery would do, or has done, with every problem. */
export async function writeResult(work: Work, result: Result): Promise<void> {
  // Found anew each time that the list is looked at: the register or demographics may say otherwise now.
  await work.tx.$executeRaw`delete from row_problem where feed_id = ${result.feedId}::uuid`;
  await writeProblems(work, result);
  await writeCounts(work, result);
}

async function writeCounts({ tx, now }: Work, result: Result): Promise<void> {
  const { counts, state } = result;
  const isApplied = state === "applied";
  await tx.$executeRaw`
    update feed set state = ${state}, state_reason = ${result.reason}, notes = ${[...result.notes]}::text[],
      file_answer = ${isApplied ? fileAnswerOf(counts) : null}, applied_at = ${isApplied ? now : null}::timestamptz,
      fresh_before_at = ${result.freshBeforeAt}::timestamptz, compared_version = ${result.version}::int,
      rows_read = ${counts.rows}::int, row_count = ${counts.rows}::int, loaded_count = ${counts.loaded}::int,
      rejected_count = ${counts.rejected}::int, new_count = ${counts.added}::int,
      changed_count = ${counts.changed}::int, ended_count = ${counts.ended}::int,
      deleted_count = ${counts.deleted}::int, unchanged_count = ${counts.unchanged}::int,
      missing_count = ${counts.missing}::int, gap_count = ${result.gap}::int,
      unmatched_count = ${countUnmatched(result.problems)}::int,
      effects = ${JSON.stringify(result.effects)}::jsonb
    where id = ${result.feedId}::uuid`;
}

async function writeProblems(
  { tx }: Work,
  { feedId, authorityId, problems }: Pick<Result, "feedId" | "authorityId" | "problems">,
): Promise<void> {
  if (problems.length === 0) return;

  await tx.$executeRaw`
    insert into row_problem (feed_id, authority_id, row_number, "column", value, row_answer, message, suggestion,
      is_loaded)
    select ${feedId}::uuid, ${authorityId}::uuid, "rowNumber", "column", value, "rowAnswer", message, suggestion,
      coalesce("isLoaded", false)
    from json_to_recordset(${JSON.stringify(problems)}::json) as problem ("rowNumber" int, "column" text, value text,
      "rowAnswer" text, message text, suggestion text, "isLoaded" boolean)`;
}
