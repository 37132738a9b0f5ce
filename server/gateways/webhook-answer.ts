import { retryAfterSeconds } from "@/server/gateways/web-push-answer";
import type { WebhookAnswer } from "@/server/vocabulary/webhook";

/** The part of a case system's reply that matters to us. */
export interface WebhookReply {
  readonly statusCode: number;
  readonly contentType: string | undefined;
  readonly hasBody: boolean;
  readonly retryAfter: string | undefined;
}

/**
 * Reads what a case system replied. Taken is 2xx with nothing or with JSON: a page is what proxies, sign-ins and hosts
 * whose service is gone answer with 200, and a delivery that one of them swallowed would be lost. Pure.
 */
export function readWebhookAnswer(reply: WebhookReply, now: Date): WebhookAnswer {
  const { statusCode, contentType, hasBody, retryAfter } = reply;
  const status = String(statusCode);
  if (statusCode === 410) return { kind: "gone", reason: "It answered 410: it is gone for good." };
  if (statusCode >= 200 && statusCode < 300) {
    if (!hasBody || isJson(contentType)) return { kind: "taken" };
    return failed(`It answered ${status} with something that is not JSON, perhaps the page of a proxy.`);
  }
  if (statusCode >= 300 && statusCode < 400) {
    return failed(
      `It answered ${status} and leads elsewhere. Lantern does not follow; enter the right address.`,
    );
  }
  return { ...failed(`It answered ${status}.`), ...retryAfterSeconds(retryAfter, now) };
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/([\w.-]+\+)?json *(;|$)/i.test(contentType ?? "");
}

function failed(reason: string) {
  return { kind: "failed", reason, isSilent: false } as const;
}
