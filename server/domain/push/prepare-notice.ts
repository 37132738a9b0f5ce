import type { Work } from "@/server/db/work";
import { failNotice } from "@/server/domain/push/fail-notice";
import { hasEnded, isPointless, readNotice, type Notice } from "@/server/domain/push/notice";
import { noticeWords, type NoticeWords } from "@/server/domain/push/notice-words";
import { makeReceiptToken } from "@/server/domain/push/receipt-token";
import { openSubscription } from "@/server/domain/push/sealed-subscription";
import type { NoticeId } from "@/server/vocabulary/ids";
import { pushMessage, type PushMessage } from "@/server/vocabulary/push-message";
import type { PushSubscription } from "@/server/vocabulary/push-subscription";

export interface NoticeSettings {
  /** Where people reach the service. */
  readonly origin: string;
  readonly deviceKey: string;
  readonly receiptKey: string;
}

export interface PreparedPush {
  readonly channel: "push";
  readonly subscription: PushSubscription;
  readonly message: PushMessage;
  /** A waiting push with the same words here is replaced; it is the tag, for the push service. */
  readonly topic: string;
  readonly ttlSeconds: number;
}

/**
 * What to send for this notice, or undefined where nothing is to be sent: it has ended, somebody took the alert in the
 * meantime, its time is over or the device is in use no longer.
 */
export async function prepareNotice(
  work: Work,
  noticeId: NoticeId,
  settings: NoticeSettings,
): Promise<PreparedPush | undefined> {
  const notice = await readNotice(work, noticeId);
  if (!notice || hasEnded(notice)) return undefined;

  if (isPointless(notice)) return endUnsent(work, noticeId);
  if (!notice.isDeviceInUse) {
    await failNotice(work, { ...notice, noticeId }, "The phone is no longer in use for alerts.");
    return undefined;
  }
  return preparePush(notice, noticeWords(notice), {
    ...settings,
    now: work.now,
    receipt: makeReceiptToken(noticeId, settings.receiptKey),
  });
}

function preparePush(
  { sealedAddress, addressDigest, endsAt }: Notice,
  { body, path, tag }: NoticeWords,
  { origin, deviceKey, receipt, now }: NoticeSettings & { readonly receipt: string; readonly now: Date },
): PreparedPush {
  return {
    channel: "push",
    subscription: openSubscription(sealedAddress, addressDigest, deviceKey),
    message: pushMessage({ origin, body, path, tag, receipt }),
    topic: tag,
    ttlSeconds: Math.max(0, Math.ceil((endsAt.getTime() - now.getTime()) / 1_000)),
  };
}

/** Nothing went wrong: there is only nothing left to tell, so the timeline does not mention it. */
async function endUnsent({ tx, now }: Work, noticeId: NoticeId): Promise<undefined> {
  await tx.notice.update({
    where: { id: noticeId },
    data: { expiredAt: now, lastAnswer: "Not sent: the alert was taken before." },
  });
}
