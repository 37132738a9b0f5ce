import type { Work } from "@/server/db/work";
import { failNotice } from "@/server/domain/push/fail-notice";
import { hasEnded, readNotice, type Notice } from "@/server/domain/push/notice";
import { nextTryAt } from "@/server/domain/push/push-back-off";
import type { NoticeId } from "@/server/vocabulary/ids";
import type { PushAnswer } from "@/server/vocabulary/push-answer";

export interface AnsweredNotice {
  readonly noticeId: NoticeId;
  readonly answer: PushAnswer;
  /** How often it was tried, this time included. */
  readonly tries: number;
}

export type AfterAnswer = { readonly kind: "done" } | { readonly kind: "again"; readonly at: Date };

const done: AfterAnswer = { kind: "done" };

/**
 * Puts on record what a push service said, and tells whether to try again. Taken: the phone itself will report when it
 * shows the push. Gone: the phone is retired, nothing else ever does that. Busy, broken or silent: again, until the
 * next person is to be told anyway. Refused: trying again would not help.
 */
export async function recordNoticeAnswer(
  work: Work,
  { noticeId, answer, tries }: AnsweredNotice,
): Promise<AfterAnswer> {
  const notice = await readNotice(work, noticeId);
  if (!notice || hasEnded(notice)) return done;

  await noteAnswer(work, noticeId, answer);
  switch (answer.kind) {
    case "accepted":
      return done;
    case "gone":
      await retireGone(work, notice);
      await failNotice(work, notice, "The phone no longer takes pushes.");
      return done;
    case "refused":
      await failNotice(work, notice, "The service that delivers it refused it.");
      return done;
    case "later":
    case "unreachable": {
      const retryAfterSeconds = answer.kind === "later" ? answer.retryAfterSeconds : undefined;
      const at = nextTryAt({ tries, retryAfterSeconds, deadline: notice.endsAt }, work.now);
      if (at) return { kind: "again", at };
      await failNotice(work, notice, "The service that delivers it could not be reached in time.");
      return done;
    }
  }
}

async function noteAnswer({ tx, now }: Work, noticeId: NoticeId, answer: PushAnswer): Promise<void> {
  const statusCode = "statusCode" in answer ? answer.statusCode : undefined;
  await tx.notice.update({
    where: { id: noticeId },
    data: {
      lastAnswer: answer.reason,
      lastStatusCode: statusCode ?? null,
      ...(answer.kind === "accepted" && { acceptedAt: now, deliveryId: answer.deliveryId ?? null }),
    },
  });
}

async function retireGone({ tx, now }: Work, { deviceId }: Notice): Promise<void> {
  await tx.device.updateMany({
    where: { id: deviceId, retiredAt: null },
    data: { retiredAt: now, retiredBy: "gone" },
  });
}
