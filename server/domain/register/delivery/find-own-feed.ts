import { z } from "zod";
import type { Work } from "@/server/db/work";
import { lockRegister, type RegisterState } from "@/server/domain/register/register-state";
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
type OwnFeed = Readonly<z.infer<typeof OwnFeed>>;

export interface FoundFeed extends OwnFeed {
  readonly register: RegisterState;
}

/**
 * A delivery of the person's own authority, held against others with the register until the transaction ends. Throws if
 * there is none. The register is taken first, as everywhere: two who take both never wait for each other.
 */
export async function findOwnFeed(work: Work, feedId: FeedId): Promise<FoundFeed> {
  const { tx, actor } = work;
  const own = actor.kind === "person" ? [...actor.authorityIds] : [];
  const whose: unknown[] = await tx.$queryRaw`
    select authority_id as "authorityId" from feed
    where id = ${feedId}::uuid and authority_id = any (${own}::uuid[])`;
  if (whose.length === 0) throw new Refusal("not-found", "There is no such list.");

  const register = await lockRegister(work, OwnFeed.pick({ authorityId: true }).parse(whose[0]).authorityId);
  const rows: unknown[] = await tx.$queryRaw`
    select authority_id as "authorityId", sequence, state, compared_version as "comparedVersion" from feed
    where id = ${feedId}::uuid for update`;
  return { ...OwnFeed.parse(rows[0]), register };
}
