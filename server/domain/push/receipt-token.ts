import { createHmac, timingSafeEqual } from "node:crypto";
import { NoticeId } from "@/server/vocabulary/ids";

/** The right to report that one push was shown or opened: names the notice, and only we can make it. */
export function makeReceiptToken(noticeId: NoticeId, receiptKey: string): string {
  return `${noticeId}.${signatureOf(noticeId, receiptKey).toString("base64url")}`;
}

/** The notice that a token stands for, or undefined for a token that is not ours. Takes equally long for both. */
export function readReceiptToken(token: string, receiptKey: string): NoticeId | undefined {
  const [name = "", signature = ""] = token.split(".", 2);
  const noticeId = NoticeId.safeParse(name).data;
  if (noticeId === undefined) return undefined;

  const given = Buffer.from(signature, "base64url");
  const right = signatureOf(noticeId, receiptKey);
  return given.length === right.length && timingSafeEqual(given, right) ? noticeId : undefined;
}

/** HMAC-SHA-256 under the receipt key (32 bytes, base64). */
function signatureOf(noticeId: NoticeId, receiptKey: string): Buffer {
  return createHmac("sha256", Buffer.from(receiptKey, "base64")).update(`receipt:${noticeId}`).digest();
}
