import { z } from "zod";
import type { Work } from "@/server/db/work";
import { fileAnswerOf, type FeedCounts } from "@/server/domain/register/feed-counts";
import type { RowProblem } from "@/server/domain/register/feed-file/feed-row";
import type { ReadableFeed } from "@/server/domain/register/feed-file/read-feed";
import type { FeedWay } from "@/server/vocabulary/feed-answer";
import { FeedId, type OrganisationId } from "@/server/vocabulary/ids";

interface Delivery {
  readonly authorityId: OrganisationId;
  readonly sequence: number;
  readonly receivedBy: FeedWay;
  readonly reading: ReadableFeed;
  readonly counts: FeedCounts;
  /** Sequence numbers that were skipped. */
  readonly gap: number;
}

const FeedRowId = z.object({ id: FeedId });

/** Writes down that a list came and what became of it, with every problem. */
export async function writeFeed(work: Work, delivery: Delivery): Promise<FeedId> {
  const { authorityId, sequence, receivedBy, reading, counts, gap } = delivery;
  const personId = work.actor.kind === "person" ? work.actor.personId : null;

  const rows: unknown[] = await work.tx.$queryRaw`
    insert into feed (authority_id, sequence, digest, received_at, received_by, person_id, file_answer, notes,
      row_count, loaded_count, rejected_count, new_count, changed_count, ended_count, deleted_count, unchanged_count,
      missing_count, gap_count)
    values (${authorityId}::uuid, ${sequence}::int, ${reading.digest}, ${work.now}::timestamptz, ${receivedBy},
      ${personId}::uuid, ${fileAnswerOf(counts)}, ${[...reading.notes]}::text[],
      ${counts.rows}::int, ${counts.loaded}::int, ${counts.rejected}::int, ${counts.added}::int,
      ${counts.changed}::int, ${counts.ended}::int, ${counts.deleted}::int, ${counts.unchanged}::int,
      ${counts.missing}::int, ${gap}::int)
    returning id`;
  const feedId = FeedRowId.parse(rows[0]).id;

  await writeProblems(work, { authorityId, feedId }, reading.problems);
  return feedId;
}

async function writeProblems(
  work: Work,
  { authorityId, feedId }: { authorityId: OrganisationId; feedId: FeedId },
  problems: readonly RowProblem[],
): Promise<void> {
  if (problems.length === 0) return;

  await work.tx.$executeRaw`
    insert into row_problem (feed_id, authority_id, row_number, "column", value, row_answer, message)
    select ${feedId}::uuid, ${authorityId}::uuid, "rowNumber", "column", value, "rowAnswer", message
    from json_to_recordset(${JSON.stringify(problems)}::json)
      as problem ("rowNumber" int, "column" text, value text, "rowAnswer" text, message text)`;
}
