import { fateOf, nextAfter, type Next } from "./decide";
import { sendQuestion } from "./send-question";
import {
  addNotice,
  changeRecord,
  dropQuestion,
  growOlder,
  letWait,
  questionOf,
  waitingRecords,
  type WaitingRecord,
} from "./waiting-store";
import { clearPhone, phoneMarker } from "@/app/_pwa/phone/phone-session";
import { tellPhone } from "@/app/_pwa/phone/phone-news";
import { seal } from "@/app/_pwa/phone/seal";

/**
 * Looks after everything that waits: drops what is too old, asks what can be asked, keeps each answer to be opened.
 * Safe to call at any time and from any window: each question is in one hand at a time. Answers how many answers came.
 */
export async function runWaiting(): Promise<number> {
  let answers = 0;
  const marker = await phoneMarker();
  for (const { requestId } of await waitingRecords()) {
    // What goes wrong with one holds up no other; it is looked after again the next time.
    const isAnswered = await inOneHand(requestId, () => lookAfter(requestId, marker)).catch(() => false);
    if (isAnswered === true) answers += 1;
  }
  return answers;
}

/** Undefined where another window, or the page that asks it now, has this question in hand. */
export async function inOneHand<Result>(
  requestId: string,
  act: () => Promise<Result>,
): Promise<Result | undefined> {
  // The browser lets go of a lock when its window closes or crashes.
  return navigator.locks.request(
    `lantern-question-${requestId}`,
    { ifAvailable: true },
    async (lock): Promise<Result | undefined> => (lock === null ? undefined : act()),
  );
}

async function lookAfter(requestId: string, marker: string | undefined): Promise<boolean> {
  // Read once it is in our hand: whoever had it before may have its answer already.
  const record = await growOlder(requestId);
  if (record === undefined) return false;
  const { ageMs } = record.stamp;
  const isOfThisSession = record.marker === marker;

  switch (fateOf({ ...record, ageMs, isOfThisSession })) {
    case "keep":
      return false;
    case "drop-quietly":
      await dropQuestion(record.requestId);
      return false;
    case "drop-as-old":
      await dropWithNotice(record, { kind: "old" });
      return false;
    case "drop-as-unread":
      await dropWithNotice(record, { kind: "unread" });
      return false;
    case "ask":
      return ask(record, ageMs);
  }
}

async function ask(record: WaitingRecord, ageMs: number): Promise<boolean> {
  // Whose window closed while it asked, waits from now on; and so it is counted.
  if (record.state === "under-way") {
    await letWait(record.requestId);
    tellPhone("changed");
  }
  const question = await questionOf(record);
  if (question === undefined) {
    await dropWithNotice(record, { kind: "unreadable" });
    return false;
  }
  if (!navigator.onLine) return false;
  return follow(record, nextAfter(await sendQuestion(question, record.marker), ageMs));
}

async function follow(record: WaitingRecord, next: Next): Promise<boolean> {
  switch (next.kind) {
    case "wait":
      await changeRecord(record.requestId, (now) => ({ ...now, notBeforeMs: next.notBeforeMs }));
      return false;
    case "drop":
      await dropWithNotice(record, { kind: "refused", message: next.message });
      return false;
    case "forget-session":
      await clearPhone();
      return false;
    case "keep-answer":
      return keepAnswer(record, next.lookupId);
  }
}

/** False where the question was dropped while it was on its way. One that was handed over has its answer too. */
async function keepAnswer({ requestId }: WaitingRecord, lookupId: string): Promise<boolean> {
  const sealed = await seal(lookupId);
  const isKept = await changeRecord(requestId, (now) => ({ ...now, state: "answered", sealed }));
  tellPhone("changed");
  return isKept;
}

async function dropWithNotice(
  { requestId }: WaitingRecord,
  notice: Parameters<typeof addNotice>[0],
): Promise<void> {
  // In this order: a page that is left in between says it twice rather than never.
  await addNotice(notice);
  await dropQuestion(requestId);
}
