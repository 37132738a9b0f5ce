import { z } from "zod";
import type { Work } from "@/server/db/work";
import { feedStates } from "@/server/vocabulary/feed-state";
import { OrganisationId, type FeedId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const OwnFeed = z.object({
  authorityId: OrganisationId,
  /** Null for a plan. */
  sequence: z.number().nullable(),
  state: z.enum(feedStates),
  comparedVersion: z.number().nullable(),
});
export type OwnFeed = Readonly<z.infer<typeof OwnFeed>>;

/** A delivery of the person's own authority, held against others until the transaction ends. Throws if there is none. */
export async function findOwnFeed({ tx, actor }: Work, feedId: FeedId): Promise<OwnFeed> {
  const own = actor.kind === "person" ? [...actor.authorityIds] : [];
  const rows: unknown[] = await tx.$queryRaw`
    select authority_id as "authorityId", sequence, state, compared_version as "comparedVersion" from feed
    where id = ${feedId}::uuid and authority_id = any (${own}::uuid[]) for update`;
  if (rows.length === 0) throw new Refusal("not-found", "There is no such list.");
  return OwnFeed.parse(rows[0]);
}
