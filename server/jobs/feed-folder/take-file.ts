import type { Database } from "@/server/db/client";
import { withWork, type Work } from "@/server/db/work";
import { answerAsCsv, answerOfReport } from "@/server/domain/register/delivery/delivery-answer";
import { findAuthority } from "@/server/domain/register/delivery/find-authority";
import { readProgress } from "@/server/domain/register/delivery/read-progress";
import { receiveList } from "@/server/domain/register/delivery/receive-list";
import { showFeed } from "@/server/domain/register/show-feed";
import type { FeedInbox, InboxFile } from "@/server/gateways/feed-inbox/open-inbox";
import { systemActor } from "@/server/vocabulary/actor";
import { largestFeedBytes, largestFeedWords } from "@/server/vocabulary/feed-answer";
import { feedFileNameRule, parseFeedFileName } from "@/server/vocabulary/feed-file-name";
import { isUnsettled, type FeedState } from "@/server/vocabulary/feed-state";
import type { FeedId } from "@/server/vocabulary/ids";
import { Refusal } from "@/server/vocabulary/refusal";

export interface FolderPlace {
  readonly database: Database;
  readonly inbox: FeedInbox;
}

/** A file that was received and is not settled, and the state that its answer tells of. */
export interface TakenFile {
  readonly version: string;
  readonly feedId: FeedId;
  readonly answered?: FeedState;
}

interface Looking {
  readonly now: Date;
  /** By name. What is forgotten in a restart is found again: the same bytes are the same delivery. */
  readonly taken: Map<string, TakenFile>;
}

/**
 * Receives a file, or looks how far it is if it was received before, and answers whenever that has changed. The file
 * leaves `in` when it is settled, after its answer was written.
 */
export async function takeFile(place: FolderPlace, file: InboxFile, looking: Looking): Promise<void> {
  try {
    await followFile(place, file, looking);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const answer = { fileAnswer: "CPF01", meaning: error.message };
    await place.inbox.answer(answerName(file, "json"), JSON.stringify(answer, null, 2));
    await place.inbox.putAway(file.name, "failed");
  }
}

async function followFile(place: FolderPlace, file: InboxFile, looking: Looking): Promise<void> {
  const asWorker = <Result>(useCase: (work: Work) => Promise<Result>) =>
    withWork(place.database, { actor: systemActor("worker"), now: looking.now }, useCase);
  const known = looking.taken.get(file.name);
  const feedId = known?.version === file.version ? known.feedId : await receive(place, file, asWorker);

  const { state } = await asWorker((work) => readProgress(work, feedId));
  if (state !== known?.answered) {
    const report = await asWorker((work) => showFeed(work, { feedId, most: everyRow }));
    const text = JSON.stringify(answerOfReport(report, { isRepeat: false }), null, 2);
    await place.inbox.answer(answerName(file, "csv"), answerAsCsv(report));
    await place.inbox.answer(answerName(file, "json"), text);
  }
  looking.taken.set(file.name, { version: file.version, feedId, answered: state });
  if (isUnsettled(state)) return;
  await place.inbox.putAway(file.name, state === "unreadable" ? "failed" : "done");
  looking.taken.delete(file.name);
}

const everyRow = 2_147_483_647;

type AsWorker = <Result>(useCase: (work: Work) => Promise<Result>) => Promise<Result>;

async function receive({ inbox }: FolderPlace, file: InboxFile, asWorker: AsWorker): Promise<FeedId> {
  const named = parseFeedFileName(file.name);
  if (named === undefined) throw new Refusal("invalid", feedFileNameRule);
  if (file.size > largestFeedBytes) {
    throw new Refusal("invalid", `The file is larger than ${largestFeedWords}.`);
  }
  const { authorityCode, sequence } = named;
  const bytes = await inbox.read(file.name);
  const received = await asWorker(async (work) => {
    const authorityId = await findAuthority(work, authorityCode);
    return receiveList(work, { authorityId, sequence, receivedBy: "folder", bytes });
  });
  return received.feedId;
}

function answerName({ name }: InboxFile, kind: "csv" | "json"): string {
  return `${name.replace(/\.csv$/i, "")}.answer.${kind}`;
}
