import { z } from "zod";
import { permitted, router } from "@/server/api/procedures";
import { readFeed } from "@/server/domain/register/feed-file/read-feed";
import { listFeeds } from "@/server/domain/register/list-feeds";
import { sendFeed } from "@/server/domain/register/send-feed";
import { showFeed } from "@/server/domain/register/show-feed";
import { largestFeedBytes, largestFeedWords } from "@/server/vocabulary/feed-answer";
import { FeedId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";

/** More than a person reads before mending the file and sending it again. */
const mostShown = 500;

const NamedFile = z.object({
  fileName: z.string().max(200),
  bytes: z
    .custom<Uint8Array>((value) => value instanceof Uint8Array)
    .refine((bytes) => bytes.length <= largestFeedBytes, `The file is larger than ${largestFeedWords}.`),
});

export const feedRouter = router({
  /** Where the lists of one's authority stand, and the newest of them. */
  overview: permitted("feed:read").query(({ ctx }) => ctx.work(listFeeds)),

  /** What became of one list. */
  report: permitted("feed:read")
    .input(z.object({ feedId: FeedId }))
    .query(({ ctx, input }) => ctx.work((work) => showFeed(work, { ...input, most: mostShown }))),

  /** Takes a list in; checked before the transaction begins. */
  send: permitted("feed:send")
    .input(NamedFile)
    .mutation(({ ctx, input: { fileName, bytes } }) => {
      const reading = readFeed(bytes, londonDate(ctx.now));
      return ctx.work((work) => sendFeed(work, { fileName, reading }));
    }),
});
