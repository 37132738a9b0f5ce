import type { Work } from "@/server/db/work";
import { failPush } from "@/server/domain/push/fail-push";
import { hasEnded, readPushAttempt } from "@/server/domain/push/push-attempt";
import type { PushAttemptId } from "@/server/vocabulary/ids";

/** Ends a push that could not even be tried: no attempt stays pending for ever. */
export async function abandonPush(work: Work, attemptId: PushAttemptId): Promise<void> {
  const attempt = await readPushAttempt(work, attemptId);
  if (attempt && !hasEnded(attempt)) {
    await failPush(
      work,
      { ...attempt, attemptId },
      "Lantern could not send it, because of a fault of its own.",
    );
  }
}
