import { z } from "zod";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { compareFeed } from "@/server/domain/register/compare-feed";
import { countFeed, fileAnswerOf } from "@/server/domain/register/feed-counts";
import type { FeedReading, ReadableFeed } from "@/server/domain/register/feed-file/read-feed";
import { readRegister } from "@/server/domain/register/read-register";
import { advanceRegister, lockRegister } from "@/server/domain/register/register-state";
import { writeFeed } from "@/server/domain/register/write-feed";
import { writeRegister } from "@/server/domain/register/write-register";
import type { FeedWay } from "@/server/vocabulary/feed-answer";
import { FeedId, type OrganisationId } from "@/server/vocabulary/ids";
import { londonDate } from "@/server/vocabulary/london-time";
import { Refusal } from "@/server/vocabulary/refusal";

export interface SentFeed {
  readonly authorityId: OrganisationId;
  readonly sequence: number;
  readonly receivedBy: FeedWay;
  readonly reading: FeedReading;
}

export type FeedOutcome =
  /** Loaded now, or, where `isRepeat`, already loaded by the same bytes before: nothing was changed. */
  | { readonly kind: "received"; readonly feedId: FeedId; readonly isRepeat: boolean }
  /** CPF01: nothing was changed, and the sequence number is free for the mended file. */
  | { readonly kind: "unreadable"; readonly message: string };

/**
 * Makes an authority's list the register's newest, all of it or, if anything fails, nothing. Good rows load beside
 * bad ones; plans that the list does not name stay in force. The same list again is answered as before; other bytes
 * under a used sequence number, and a step backwards, are refused as a conflict.
 */
export async function applyFeed(work: Work, sent: SentFeed): Promise<FeedOutcome> {
  const { reading, ...address } = sent;
  if (!reading.ok) {
    await recordAudit(work, { action: "feed:send", outcome: "refused", detail: `CPF01: ${reading.message}` });
    return { kind: "unreadable", message: reading.message };
  }
  const lastSequence = await lockRegister(work, sent.authorityId);
  const repeated = await findRepeat(work, { ...address, reading }, lastSequence);
  const feedId = repeated ?? (await loadList(work, { ...address, reading }, lastSequence));

  const detail = `sequence ${sent.sequence}${repeated === undefined ? "" : ", sent before"}`;
  await recordAudit(work, { action: "feed:send", outcome: "done", detail, concerns: feedId });
  return { kind: "received", feedId, isRepeat: repeated !== undefined };
}

type ReadFeed = SentFeed & { readonly reading: ReadableFeed };

const EarlierFeed = z.array(z.object({ id: FeedId, digest: z.string() })).max(1);

/** The feed that this one repeats; undefined if it is the next. Refuses anything else. */
async function findRepeat(work: Work, sent: ReadFeed, lastSequence: number): Promise<FeedId | undefined> {
  if (sent.sequence > lastSequence) return undefined;

  const found: unknown = await work.tx.$queryRaw`
    select id, digest from feed where authority_id = ${sent.authorityId}::uuid and sequence = ${sent.sequence}::int`;
  const [earlier] = EarlierFeed.parse(found);
  if (earlier?.digest === sent.reading.digest) return earlier.id;

  const next = `The newest list is number ${lastSequence}. Send this one as number ${lastSequence + 1}.`;
  if (earlier === undefined) {
    throw new Refusal(
      "conflict",
      `List number ${sent.sequence} comes too late: a newer one was received. ${next}`,
    );
  }
  throw new Refusal(
    "conflict",
    `List number ${sent.sequence} was received before, with other content. ${next}`,
  );
}

async function loadList(work: Work, sent: ReadFeed, lastSequence: number): Promise<FeedId> {
  const { authorityId, sequence, reading } = sent;
  const entries = await readRegister(work, authorityId);
  const comparison = compareFeed({ entries, ...reading, today: londonDate(work.now) });
  const counts = countFeed(reading, comparison);
  const gap = lastSequence === 0 ? 0 : sequence - lastSequence - 1;

  const feedId = await writeFeed(work, { ...sent, counts, gap });
  await writeRegister(work, { authorityId, feedId, comparison });
  await advanceRegister(work, { authorityId, sequence, isFresher: fileAnswerOf(counts) !== "CPF04" });
  return feedId;
}
