import { z } from "zod";
import type { Work } from "@/server/db/work";
import { OrganisationId, type FeedTokenId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

const OwnToken = z.object({ authorityId: OrganisationId, label: z.string() });

/** A token of the person's own authority; throws if there is none of this id. */
export async function findOwnToken(
  { tx, actor }: Work,
  tokenId: FeedTokenId,
): Promise<Readonly<z.infer<typeof OwnToken>>> {
  const own = actor.kind === "person" ? [...actor.authorityIds] : [];
  const rows: unknown[] = await tx.$queryRaw`
    select authority_id as "authorityId", label from feed_token
    where id = ${tokenId}::uuid and authority_id = any (${own}::uuid[])`;
  if (rows.length === 0) throw new Refusal("not-found", "There is no such token.");
  return OwnToken.parse(rows[0]);
}
