import { noticeWords } from "@/server/domain/push/notice-words";
import { pushMessage, type PushMessage } from "@/server/vocabulary/push-message";
import type { AlertId } from "@/server/vocabulary/ids";

interface AlertPush {
  readonly origin: string;
  readonly alertId: string;
  readonly reference: string;
  readonly receipt: string;
}

/** The push that calls for somebody to take an alert, as the worker words it. */
export function alertPush({ origin, alertId, reference, receipt }: AlertPush): PushMessage {
  const kind = { purpose: "alert", cardHandoverId: null, isDrill: false, isOperator: false } as const;
  const about = { ...kind, reference };
  return pushMessage({ origin, receipt, ...noticeWords({ ...about, alertId: alertId as AlertId }) });
}
