import { createHash } from "node:crypto";
import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { keepDelivery } from "@/server/domain/register/delivery/keep-delivery";
import { lockRegister } from "@/server/domain/register/register-state";
import type { FeedWay } from "@/server/vocabulary/feed-answer";
import { feedStates, isUnsettled } from "@/server/vocabulary/feed-state";
import { FeedId, type OrganisationId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

interface SentList {
  readonly authorityId: OrganisationId;
  readonly sequence: number;
  readonly receivedBy: FeedWay;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Received {
  readonly feedId: FeedId;
  /** The same bytes came before under this number: nothing was changed. */
  readonly isRepeat: boolean;
}

/**
 * Keeps a list that came and leaves the job of taking it in. The same bytes again are the same delivery. A number
 * that was applied is used: other bytes under it, and a step backwards, are refused as a conflict. What was not
 * applied yet is replaced by a mended file of the same number.
 */
export async function receiveList(work: Work, list: SentList): Promise<Received> {
  const { lastSequence } = await lockRegister(work, list.authorityId);
  const digest = createHash("sha256").update(list.bytes).digest("hex");
  const earlier = await findEarlier(work, list);
  if (earlier?.digest === digest) {
    await recordReceipt(work, earlier.id, `sequence ${list.sequence}, sent before`);
    return { feedId: earlier.id, isRepeat: true };
  }
  if (earlier !== undefined && isUnsettled(earlier.state)) await replace(work, earlier.id);
  else refuseUsed(list.sequence, lastSequence, earlier);

  const feedId = await keepDelivery(work, { ...list, kind: "list", digest });
  await recordReceipt(work, feedId, `sequence ${list.sequence}`);
  return { feedId, isRepeat: false };
}

const EarlierFeed = z.object({ id: FeedId, digest: z.string(), state: z.enum(feedStates) });
type EarlierFeed = z.infer<typeof EarlierFeed>;

async function findEarlier(
  work: Work,
  { authorityId, sequence }: SentList,
): Promise<EarlierFeed | undefined> {
  const found: unknown = await work.tx.$queryRaw`
    select id, digest, state from feed
    where authority_id = ${authorityId}::uuid and sequence = ${sequence}::int
      and state not in ('unreadable', 'replaced', 'discarded')`;
  return z.array(EarlierFeed).max(1).parse(found)[0];
}

function refuseUsed(sequence: number, lastSequence: number, earlier: EarlierFeed | undefined): void {
  const next = `The newest list is number ${lastSequence}. Send this one as number ${lastSequence + 1}.`;
  if (earlier !== undefined) {
    throw new Refusal("conflict", `List number ${sequence} was received before, with other content. ${next}`);
  }
  if (sequence > lastSequence) return;
  throw new Refusal("conflict", `List number ${sequence} comes too late: a newer one was received. ${next}`);
}

async function replace({ tx }: Work, feedId: FeedId): Promise<void> {
  await tx.$executeRaw`
    update feed set state = 'replaced', state_reason = 'Another file came under the same number.'
    where id = ${feedId}::uuid`;
}

function recordReceipt(work: Work, feedId: FeedId, detail: string): Promise<void> {
  return recordAudit(work, { action: "feed:send", outcome: "done", detail, concerns: feedId });
}
