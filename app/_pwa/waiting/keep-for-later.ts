import { askWhenPossible } from "./ask-when-possible";
import { runWaiting } from "./run-waiting";
import { keepQuestion, letWait, waitingRecords, questionOf } from "./waiting-store";
import { tellPhone } from "@/app/_pwa/phone/phone-news";

interface Later {
  readonly mode: "unscheduled" | "scheduled";
  readonly nhsNumber: string;
}

/**
 * Keeps a question from a page without a connection. The same number again is the same question while it waits. False
 * where this phone cannot keep it.
 */
export async function keepForLater({ mode, nhsNumber }: Later, marker: string): Promise<boolean> {
  try {
    const requestId = (await idOfWaiting(nhsNumber)) ?? crypto.randomUUID();
    await keepQuestion({ mode, requestId, asked: { nhsNumber } }, marker);
    await letWait(requestId);
    tellPhone("changed");
  } catch {
    return false;
  }
  await askWhenPossible();
  // The page may be on the screen only because the signal was slow.
  void runWaiting().catch(() => undefined);
  return true;
}

async function idOfWaiting(nhsNumber: string): Promise<string | undefined> {
  for (const record of await waitingRecords()) {
    if (record.state === "answered") continue;
    if ((await questionOf(record))?.asked.nhsNumber === nhsNumber) return record.requestId;
  }
  return undefined;
}
