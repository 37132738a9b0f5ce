import { readPiece } from "@/server/domain/register/delivery/read-delivery";
import type { FeedSource } from "@/server/domain/register/feed-file/feed-source";
import { asWorker } from "@/server/jobs/as-worker";
import type { JobRun } from "@/server/jobs/handlers";
import type { FeedId } from "@/server/vocabulary/ids";

/** The bytes of a delivery in pieces, each fetched when it is wanted. */
export function contentOf(run: JobRun, feedId: FeedId): FeedSource {
  return async function* pieces() {
    let from = 0;
    for (;;) {
      const piece = await asWorker(run, (work) => readPiece(work, feedId, from));
      if (piece.length === 0) return;
      yield piece;
      from += piece.length;
    }
  };
}
