import { askWhenPossible } from "./ask-when-possible";
import { inOneHand } from "./run-waiting";
import { dropQuestion, keepQuestion, letWait, type WaitingQuestion } from "./waiting-store";
import { tellPhone } from "@/app/_pwa/phone/phone-news";
import { phoneMarker } from "@/app/_pwa/phone/phone-session";

/**
 * Asks a question with the phone's hand under it: from the moment it is sent until its end is known, it is kept, so
 * that a crash in between loses nothing. Where no answer came it goes on waiting; otherwise nothing of it is left.
 */
export async function keepWhileAsking<Ending>(
  question: WaitingQuestion,
  ask: () => Promise<Ending>,
  isOver: (ending: Ending) => boolean,
): Promise<Ending> {
  const asked = async (): Promise<Ending> => {
    // A phone that cannot keep it asks all the same, and the person is told that it is not kept.
    const kept = keep(question).catch(() => false);
    const ending = await ask();
    const settled = kept.then((isKept) => (isKept ? settle(question.requestId, isOver(ending)) : undefined));
    const ended = settled.catch(() => undefined);
    // An answer is not held up by what the disk still has to forget; that there is none is said with what is kept.
    if (!isOver(ending)) await Promise.race([ended, patience()]);
    return ending;
  };
  const inHand = await inOneHand(question.requestId, async () => ({ ending: await asked() })).catch(
    () => undefined,
  );
  // Another window has it in hand, or this browser knows no locks: asked twice under one id, it is one lookup.
  return inHand === undefined ? asked() : inHand.ending;
}

/** A disk or a browser that never answers must not keep *could not check* from the screen. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_000));
}

async function keep(question: WaitingQuestion): Promise<boolean> {
  const marker = await phoneMarker();
  if (marker === undefined) return false;
  await keepQuestion(question, marker);
  return true;
}

async function settle(requestId: string, isOver: boolean): Promise<void> {
  if (isOver) {
    await dropQuestion(requestId);
    return;
  }
  await letWait(requestId);
  tellPhone("changed");
  await askWhenPossible();
}
