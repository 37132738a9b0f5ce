import { z } from "zod";
import type { Work } from "@/server/db/work";
import { FeedId, type OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

interface Wanted {
  readonly authorityId: OrganisationId;
  readonly sequence: number;
}

/** The newest delivery under this number of the authority's lists; throws if none came. */
export async function findFeedOfSequence(work: Work, { authorityId, sequence }: Wanted): Promise<FeedId> {
  const rows: unknown[] = await work.tx.$queryRaw`
    select id from feed where authority_id = ${authorityId}::uuid and sequence = ${sequence}::int
    order by received_at desc, id desc limit 1`;
  if (rows.length === 0) throw new Refusal("not-found", `No list number ${sequence} has come.`);
  return z.object({ id: FeedId }).parse(rows[0]).id;
}
