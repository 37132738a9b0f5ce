import type { Work } from "@/server/db/work";
import { failNotice } from "@/server/domain/push/fail-notice";
import { hasEnded, isPointless, readNotice, type Notice } from "@/server/domain/push/notice";
import { noticeWords, type NoticeWords } from "@/server/domain/push/notice-words";
import { makeReceiptToken } from "@/server/domain/push/receipt-token";
import { openAddress } from "@/server/domain/push/sealed-address";
import type { NoticeId } from "@/server/vocabulary/ids";
import { pushMessage, type PushMessage } from "@/server/vocabulary/push-message";
import { PushSubscription } from "@/server/vocabulary/push-subscription";

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

export interface PreparedText {
  readonly channel: "text";
  /** A British mobile number, +447… */
  readonly telephone: string;
  readonly words: string;
  readonly link: string;
}

export interface PreparedEmail {
  readonly channel: "email";
  readonly address: string;
  readonly words: string;
  readonly link: string;
}

export type PreparedNotice = PreparedPush | PreparedText | PreparedEmail;

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
    await failNotice(work, { ...notice, noticeId }, "The phone is no longer in use for alerts.");
    return undefined;
  }
  const address = openAddress(notice.sealedAddress, notice.addressDigest, settings.deviceKey);
  const words = noticeWords(notice);
  if (notice.channel === "push") {
    const receipt = makeReceiptToken(noticeId, settings.receiptKey);
    return preparePush(address, words, { ...settings, receipt, ttlSeconds: ttlOf(notice, work.now) });
  }
  const said = { words: words.body, link: new URL(words.path, settings.origin).href };
  return notice.channel === "text"
    ? { channel: "text", telephone: address, ...said }
    : { channel: "email", address, ...said };
}

interface PushParts {
  readonly origin: string;
  readonly receipt: string;
  readonly ttlSeconds: number;
}

function preparePush(
  address: string,
  { body, path, tag }: NoticeWords,
  { origin, receipt, ttlSeconds }: PushParts,
): PreparedPush {
  return {
    channel: "push",
    subscription: PushSubscription.parse(JSON.parse(address)),
    message: pushMessage({ origin, body, path, tag, receipt }),
    topic: tag,
    ttlSeconds,
  };
}

function ttlOf({ endsAt }: Notice, now: Date): number {
  return Math.max(0, Math.ceil((endsAt.getTime() - now.getTime()) / 1_000));
}

/** Nothing went wrong: there is only nothing left to tell, so the timeline does not mention it. */
async function endUnsent({ tx, now }: Work, noticeId: NoticeId): Promise<undefined> {
  await tx.notice.update({
    where: { id: noticeId },
    data: { expiredAt: now, lastAnswer: "Not sent: the alert was taken before." },
  });
}
