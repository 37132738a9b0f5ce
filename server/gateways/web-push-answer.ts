import type { PushAnswer } from "@/server/vocabulary/push-answer";

/** The part of a push service's reply that matters to us. */
export type PushReply = {
  readonly statusCode: number;
  readonly retryAfter: string | undefined;
  /** The beginning of the reply's text. */
  readonly text: string;
};

/**
 * Reads what a push service replied (RFC 8030, sections 5 to 8). Only 404 and 410 say that the subscription is gone:
 * Apple answers 403 to a wrong clock of ours, and no such mistake may ever cost a duty worker their phone.
 */
export function readPushAnswer(reply: PushReply, now: Date): PushAnswer {
  const { statusCode } = reply;
  const reason = shortReason(reply);

  if (statusCode >= 200 && statusCode < 300) return { kind: "accepted", statusCode, reason };
  if (statusCode === 404 || statusCode === 410) return { kind: "gone", statusCode, reason };
  if (statusCode === 408 || statusCode === 429 || statusCode >= 500) {
    return { kind: "later", statusCode, ...retryAfterSeconds(reply.retryAfter, now), reason };
  }
  return { kind: "refused", statusCode, reason };
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, section 10.2.3); anything else is as good as absent. */
export function retryAfterSeconds(header: string | undefined, now: Date): { retryAfterSeconds?: number } {
  const value = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(value)) return { retryAfterSeconds: Number(value) };

  const retryAt = Date.parse(value);
  if (!/[a-z]/i.test(value) || Number.isNaN(retryAt)) return {};
  return { retryAfterSeconds: Math.max(0, Math.ceil((retryAt - now.getTime()) / 1000)) };
}

/** Services like to quote the subscription address or a token in their reply; whatever looks like one is left out. */
function shortReason({ statusCode, text }: PushReply): string {
  const words = text
    .replace(/https?:\S+/gi, "...")
    .replace(/[\w+/=:-]{25,}/g, "...")
    .replace(/[^\x20-\x7e]+/g, " ")
    .trim()
    .slice(0, 120);
  return words === "" ? `HTTP ${statusCode}` : `HTTP ${statusCode}: ${words}`;
}
