import { z } from "zod";
import type { FeedComparison } from "@/server/domain/register/compare-feed";
import type { TracedFeed } from "@/server/domain/register/tracing/apply-traces";
import type { FileAnswer } from "@/server/vocabulary/feed-answer";

/** What became of a list, in numbers. Loaded is the sum of the five that follow it. */
export const FeedCounts = z.object({
  rows: z.number(),
  rejected: z.number(),
  loaded: z.number(),
  added: z.number(),
  changed: z.number(),
  ended: z.number(),
  deleted: z.number(),
  unchanged: z.number(),
  missing: z.number(),
});
export type FeedCounts = Readonly<z.infer<typeof FeedCounts>>;

/** Counts what a list says and does; a row with three problems is one rejected row. */
export function countFeed(reading: TracedFeed, comparison: FeedComparison): FeedCounts {
  return {
    rows: reading.rowCount,
    rejected: reading.rejected.length + comparison.disagreeing.length,
    loaded: reading.rows.length - comparison.disagreeing.length,
    added: comparison.added.length,
    changed: comparison.changed.length,
    ended: comparison.ended.length,
    deleted: comparison.deleted.length,
    unchanged: comparison.unchanged.length + comparison.past.length,
    missing: comparison.missing.length,
  };
}

/** The national answer to the file: good rows load beside bad ones. */
export function fileAnswerOf({ loaded, rejected }: Pick<FeedCounts, "loaded" | "rejected">): FileAnswer {
  if (loaded === 0) return "CPF04";
  return rejected === 0 ? "CPF02" : "CPF03";
}
