import type { Work } from "@/server/db/work";
import { failNotice } from "@/server/domain/push/fail-notice";
import { hasEnded, readNotice } from "@/server/domain/push/notice";
import type { NoticeId } from "@/server/vocabulary/ids";

/** Ends a notice that could not even be tried: none stays pending for ever. */
export async function abandonNotice(work: Work, noticeId: NoticeId): Promise<void> {
  const notice = await readNotice(work, noticeId);
  if (notice && !hasEnded(notice)) {
    await failNotice(work, notice, "Lantern could not send it, because of a fault of its own.");
  }
}
