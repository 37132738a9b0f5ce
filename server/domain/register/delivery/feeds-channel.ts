import type { Work } from "@/server/db/work";
import type { FeedId } from "@/server/vocabulary/ids";

/** The channel on which a door hears that a delivery has come further. */
export const feedsChannel = "lantern_feeds";

/** Tells whoever waits for this delivery, at commit. */
export async function ringFeed({ tx }: Work, feedId: FeedId): Promise<void> {
  await tx.$queryRaw`select pg_notify(${feedsChannel}, ${feedId})::text`;
}
