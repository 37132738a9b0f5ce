import { z } from "zod";
import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import type { FeedWay } from "@/server/vocabulary/feed-answer";
import { FeedId, type OrganisationId } from "@/server/vocabulary/ids";
import { feedKey } from "@/server/vocabulary/job";

interface Delivery {
  readonly authorityId: OrganisationId;
  readonly kind: "list" | "plan";
  readonly sequence: number | null;
  readonly receivedBy: FeedWay;
  readonly digest: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Writes down what came, byte for byte, and that it is to be taken in. */
export async function keepDelivery(work: Work, delivery: Delivery): Promise<FeedId> {
  const { authorityId, kind, sequence, receivedBy, digest, bytes } = delivery;
  const personId = work.actor.kind === "person" ? work.actor.personId : null;
  const rows: unknown[] = await work.tx.$queryRaw`
    insert into feed (authority_id, kind, sequence, digest, received_at, received_by, person_id, state)
    values (${authorityId}::uuid, ${kind}, ${sequence}::int, ${digest}, ${work.now}::timestamptz, ${receivedBy},
      ${personId}::uuid, 'received')
    returning id`;
  const feedId = z.object({ id: FeedId }).parse(rows[0]).id;

  await work.tx.$executeRaw`
    insert into feed_content (feed_id, authority_id, bytes)
    values (${feedId}::uuid, ${authorityId}::uuid, ${bytes})`;
  const job = { kind: "take-in-feed", feedId } as const;
  await queueJob(work, { job, dueAt: work.now, uniqueKey: feedKey(feedId) });
  return feedId;
}
