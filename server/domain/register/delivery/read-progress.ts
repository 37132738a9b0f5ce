import { z } from "zod";
import type { Work } from "@/server/db/work";
import { feedStates } from "@/server/vocabulary/feed-state";
import type { FeedId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const DeliveryProgress = z.object({
  state: z.enum(feedStates),
  /** A named person has confirmed it. */
  isConfirmed: z.boolean(),
  rowsRead: z.number(),
  rowsToTrace: z.number(),
  rowsTraced: z.number(),
});
/** How far a delivery is. */
export type DeliveryProgress = Readonly<z.infer<typeof DeliveryProgress>>;

/** How far a delivery is, for whoever waits for it. Not for the audit: the page that waits has been recorded. */
export async function readProgress({ tx, actor }: Work, feedId: FeedId): Promise<DeliveryProgress> {
  const own = actor.kind === "person" ? [...actor.authorityIds] : null;
  const rows: unknown[] = await tx.$queryRaw`
    select state, confirmed_version is not null as "isConfirmed", rows_read as "rowsRead",
      rows_to_trace as "rowsToTrace", rows_traced as "rowsTraced"
    from feed where id = ${feedId}::uuid and (${own}::uuid[] is null or authority_id = any (${own}::uuid[]))`;
  if (rows.length === 0) throw new Refusal("not-found", "There is no such list.");
  return DeliveryProgress.parse(rows[0]);
}
