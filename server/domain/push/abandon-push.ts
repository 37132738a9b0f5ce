import type { Work } from "@/server/db/work";
import { failPush } from "@/server/domain/push/fail-push";
import { hasEnded, readNotice } from "@/server/domain/push/notice";
import type { NoticeId } from "@/server/vocabulary/ids";

/** Ends a push that could not even be tried: no notice stays pending for ever. */
export async function abandonPush(work: Work, noticeId: NoticeId): Promise<void> {
  const notice = await readNotice(work, noticeId);
  if (notice && !hasEnded(notice)) {
    await failPush(
      work,
      { ...notice, noticeId },
      "Lantern could not send it, because of a fault of its own.",
    );
  }
}
