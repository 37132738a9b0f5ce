import type { Work } from "@/server/db/work";
import { failNotice } from "@/server/domain/push/fail-notice";
import { readNotice } from "@/server/domain/push/notice";
import { NoticeId } from "@/server/vocabulary/ids";

/** What GOV.UK Notify reports of a text message; `sending` and others that may follow leave it as it is. */
const failures: Readonly<Record<string, string>> = {
  "permanent-failure": "The telephone number takes no text messages.",
  "temporary-failure": "The telephone was off or had no signal.",
  "technical-failure": "The text message service had a fault.",
};

export interface TextReport {
  /** Our own reference of it, which is the notice's id: the report may come before the answer is on record. */
  readonly reference: string;
  readonly status: string;
}

/**
 * Puts on record whether a text message reached the telephone. Safe to repeat; what is unknown is left alone. A failure
 * goes the way of every failed notice: on the timeline, and the ladder is looked at again.
 */
export async function recordTextReport(work: Work, { reference, status }: TextReport): Promise<void> {
  const noticeId = NoticeId.safeParse(reference).data;
  if (noticeId === undefined) return;
  if (status === "delivered") {
    await work.tx.$executeRaw`
      update notice set accepted_at = coalesce(accepted_at, ${work.now}), shown_at = coalesce(shown_at, ${work.now})
      where id = ${noticeId}::uuid`;
    return;
  }
  const failure = failures[status];
  const notice = failure === undefined ? undefined : await readNotice(work, noticeId);
  if (failure === undefined || !notice || notice.shownAt !== null) return;
  await failNotice(work, notice, failure);
}
