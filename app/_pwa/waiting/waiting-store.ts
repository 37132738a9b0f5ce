import { newStamp, older, type Stamp } from "./age";
import type { QuestionState } from "./decide";
import { readQuestion } from "./read-question";
import { changeOne, deleteOne, readAll, readOne, writeOne } from "@/app/_pwa/phone/phone-database";
import { momentNow } from "@/app/_pwa/phone/moment";
import { tellPhone } from "@/app/_pwa/phone/phone-news";
import { isSealed, openSealed, seal, type Sealed } from "@/app/_pwa/phone/seal";

/** What is asked, as the service takes it, and by which way. */
export interface WaitingQuestion {
  readonly mode: "unscheduled" | "scheduled";
  readonly requestId: string;
  /** The request but for its id: number, reason and whatever else a question has. */
  readonly asked: Readonly<Record<string, unknown>> & { readonly nhsNumber: string };
}

/** A question at rest. Nothing in it says who it is about: that is under the phone's key. */
export interface WaitingRecord {
  readonly requestId: string;
  readonly marker: string;
  readonly state: QuestionState;
  readonly stamp: Stamp;
  readonly notBeforeMs: number;
  /** When it was kept, as the phone's clock said: to show, not to reckon with. */
  readonly keptAt: number;
  /** The question, or once answered the lookup's id. */
  readonly sealed: Sealed;
}

/**
 * Keeps a question while it is being asked. Kept before, it stays as old as it is. One whose answer has come since keeps
 * that answer: what is sealed is always what the state says that it is.
 */
export async function keepQuestion(question: WaitingQuestion, marker: string): Promise<void> {
  const sealed = await seal(JSON.stringify(question));
  await changeOne("questions", question.requestId, (before): WaitingRecord => {
    const now = momentNow();
    if (isRecord(before)) return askedAgain({ ...before, stamp: older(before.stamp, now) }, sealed);
    const { requestId } = question;
    return {
      requestId,
      marker,
      state: "under-way",
      stamp: newStamp(now),
      notBeforeMs: 0,
      keptAt: now.wall,
      sealed,
    };
  });
}

function askedAgain(before: WaitingRecord, sealed: Sealed): WaitingRecord {
  return before.state === "answered" ? before : { ...before, sealed, state: "under-way" };
}

/** It was asked and no answer came: it waits, unless its answer came another way. */
export async function letWait(requestId: string): Promise<void> {
  await changeRecord(requestId, (record) =>
    record.state === "answered" ? record : { ...record, state: "waiting" },
  );
}

export async function waitingRecords(): Promise<readonly WaitingRecord[]> {
  const records = (await readAll("questions")).filter(isRecord);
  return records.toSorted((a, b) => a.keptAt - b.keptAt);
}

/** Changes what is still kept; what somebody else dropped meanwhile stays dropped. True if it was there. */
export async function changeRecord(
  requestId: string,
  change: (record: WaitingRecord) => WaitingRecord,
): Promise<boolean> {
  const changed = await changeOne("questions", requestId, (before) =>
    isRecord(before) ? change(before) : undefined,
  );
  return changed !== undefined;
}

/** A record as it stands now, and as old as it is now; undefined once it is gone. */
export async function growOlder(requestId: string): Promise<WaitingRecord | undefined> {
  return changeOne("questions", requestId, (before): WaitingRecord | undefined =>
    isRecord(before) ? { ...before, stamp: older(before.stamp, momentNow()) } : undefined,
  );
}

/** It is over: answered on the screen, refused, or not wanted any more. */
export async function dropQuestion(requestId: string): Promise<void> {
  await deleteOne("questions", requestId);
  tellPhone("changed");
}

/** The question of a record; undefined where its key is gone, or where what is kept is no question. */
export async function questionOf({ sealed }: WaitingRecord): Promise<WaitingQuestion | undefined> {
  const text = await openSealed(sealed);
  return text === undefined ? undefined : readQuestion(text);
}

/** Which lookup answered it. */
export async function answerOf({ sealed }: WaitingRecord): Promise<string | undefined> {
  return openSealed(sealed);
}

/** Forgets the notice of this answer, which is on the screen now. */
export async function dropAnswer(lookupId: string): Promise<void> {
  const answered = (await waitingRecords()).filter(({ state }) => state === "answered");
  for (const record of answered) {
    if ((await answerOf(record)) === lookupId) await dropQuestion(record.requestId);
  }
}

/** Drops all that waits; answers how many questions had not been asked, handed over or answered. */
export async function dropWaiting(): Promise<number> {
  const records = await waitingRecords();
  for (const { requestId } of records) await deleteOne("questions", requestId);
  return records.filter(({ state }) => state === "waiting").length;
}

/** Something a person has to read about questions, without saying about which child. */
export interface WaitingNotice {
  readonly kind: "old" | "unread" | "signed-out" | "another-person" | "refused" | "unreadable";
  /** The service's own words, of a refusal. */
  readonly message?: string;
}

const noticesFact = "notices";
const mostNotices = 5;

export async function readNotices(): Promise<readonly WaitingNotice[]> {
  return parseNotices(await readOne("facts", noticesFact));
}

export async function addNotice(notice: WaitingNotice): Promise<void> {
  await changeOne("facts", noticesFact, (before) => [...parseNotices(before), notice].slice(-mostNotices));
  tellPhone("changed");
}

export async function dropNotices(): Promise<void> {
  await writeOne("facts", noticesFact, []);
  tellPhone("changed");
}

function parseNotices(value: unknown): readonly WaitingNotice[] {
  return Array.isArray(value) ? (value as readonly WaitingNotice[]) : [];
}

function isRecord(value: unknown): value is WaitingRecord {
  if (typeof value !== "object" || value === null) return false;
  return (
    typeof Reflect.get(value, "requestId") === "string" &&
    typeof Reflect.get(value, "marker") === "string" &&
    typeof Reflect.get(value, "stamp") === "object" &&
    isSealed(Reflect.get(value, "sealed"))
  );
}
