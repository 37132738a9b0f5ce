import type { Work } from "@/server/db/work";
import { failPush } from "@/server/domain/push/fail-push";
import { hasEnded, readNotice } from "@/server/domain/push/notice";
import { makeReceiptToken } from "@/server/domain/push/receipt-token";
import { openSubscription } from "@/server/domain/push/sealed-subscription";
import type { AlertId, NoticeId } from "@/server/vocabulary/ids";
import { alertMessage, type PushMessage } from "@/server/vocabulary/push-message";
import type { PushSubscription } from "@/server/vocabulary/push-subscription";

export interface PushSettings {
  /** Where people reach the service. */
  readonly origin: string;
  readonly deviceKey: string;
  readonly receiptKey: string;
  readonly rungMinutes: number;
}

export interface PreparedPush {
  readonly alertId: AlertId;
  readonly subscription: PushSubscription;
  readonly message: PushMessage;
  readonly ttlSeconds: number;
}

/**
 * What to send for this notice, or undefined where nothing is to be sent: it has ended, somebody took the alert in the
 * meantime, or the phone is in use no longer. A push lives as long as its rung waits, then the next person has it.
 */
export async function preparePush(
  work: Work,
  noticeId: NoticeId,
  settings: PushSettings,
): Promise<PreparedPush | undefined> {
  const notice = await readNotice(work, noticeId);
  if (!notice || hasEnded(notice)) return undefined;

  const { alertId, reference, addressDigest, sealedAddress } = notice;
  if (notice.isTaken) return endAsTaken(work, noticeId);
  if (!notice.isDeviceInUse) {
    await failPush(work, { ...notice, noticeId }, "The phone is no longer in use for alerts.");
    return undefined;
  }
  const receipt = makeReceiptToken(noticeId, settings.receiptKey);
  return {
    alertId,
    subscription: openSubscription(sealedAddress, addressDigest, settings.deviceKey),
    message: alertMessage({ origin: settings.origin, alertId, reference, receipt }),
    ttlSeconds: settings.rungMinutes * 60,
  };
}

/** Nothing went wrong: there is only nothing left to tell, so the timeline does not mention it. */
async function endAsTaken({ tx, now }: Work, noticeId: NoticeId): Promise<undefined> {
  await tx.notice.update({
    where: { id: noticeId },
    data: { failedAt: now, lastAnswer: "Not sent: the alert was taken before." },
  });
}
