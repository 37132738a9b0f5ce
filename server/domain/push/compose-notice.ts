import type { Notice } from "@/server/domain/push/notice";
import { noticeWords, type NoticeWords } from "@/server/domain/push/notice-words";
import { makeReceiptToken } from "@/server/domain/push/receipt-token";
import { openAddress } from "@/server/domain/push/sealed-address";
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

/** What leaves for a notice's device. Pure; throws if the address was not sealed with this key. */
export function composeNotice(notice: Notice, settings: NoticeSettings, now: Date): PreparedNotice {
  const address = openAddress(notice.sealedAddress, notice.addressDigest, settings.deviceKey);
  const words = noticeWords(notice);
  if (notice.channel === "push") {
    const receipt = makeReceiptToken(notice.noticeId, settings.receiptKey);
    return preparePush(address, words, { ...settings, receipt, ttlSeconds: ttlOf(notice, now) });
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
