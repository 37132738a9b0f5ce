import { createHmac, timingSafeEqual } from "node:crypto";
import { PushAttemptId } from "@/server/vocabulary/ids";

/** The right to report that one push was shown or opened: names the attempt, and only we can make it. */
export function makeReceiptToken(attemptId: PushAttemptId, receiptKey: string): string {
  return `${attemptId}.${signatureOf(attemptId, receiptKey).toString("base64url")}`;
}

/** The attempt that a token stands for, or undefined for a token that is not ours. Takes equally long for both. */
export function readReceiptToken(token: string, receiptKey: string): PushAttemptId | undefined {
  const [name = "", signature = ""] = token.split(".", 2);
  const attemptId = PushAttemptId.safeParse(name).data;
  if (attemptId === undefined) return undefined;

  const given = Buffer.from(signature, "base64url");
  const right = signatureOf(attemptId, receiptKey);
  return given.length === right.length && timingSafeEqual(given, right) ? attemptId : undefined;
}

/** HMAC-SHA-256 under the receipt key (32 bytes, base64). */
function signatureOf(attemptId: PushAttemptId, receiptKey: string): Buffer {
  return createHmac("sha256", Buffer.from(receiptKey, "base64")).update(`receipt:${attemptId}`).digest();
}
