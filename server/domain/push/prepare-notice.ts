import type { Work } from "@/server/db/work";
import { composeNotice, type NoticeSettings, type PreparedNotice } from "@/server/domain/push/compose-notice";
import { failNotice } from "@/server/domain/push/fail-notice";
import { hasEnded, isPointless, readNotice } from "@/server/domain/push/notice";
import type { NoticeId } from "@/server/vocabulary/ids";

/**
 * What to send for this notice, or undefined where nothing is to be sent: it has ended, somebody took the alert in the
 * meantime, its time is over or the device is in use no longer.
 */
export async function prepareNotice(
  work: Work,
  noticeId: NoticeId,
  settings: NoticeSettings,
): Promise<PreparedNotice | undefined> {
  const notice = await readNotice(work, noticeId);
  if (!notice || hasEnded(notice)) return undefined;

  if (isPointless(notice)) return endUnsent(work, noticeId);
  if (!notice.isDeviceInUse) {
    await failNotice(work, notice, "The phone is no longer in use for alerts.");
    return undefined;
  }
  return composeNotice(notice, settings, work.now);
}

/** Nothing went wrong: there is only nothing left to tell, so the timeline does not mention it. */
async function endUnsent({ tx, now }: Work, noticeId: NoticeId): Promise<undefined> {
  await tx.notice.update({
    where: { id: noticeId },
    data: { expiredAt: now, lastAnswer: "Not sent: it was taken or withdrawn before." },
  });
}
