import { createHmac } from "node:crypto";
import type { WebhookDeliveryId } from "@/server/vocabulary/ids";

export interface DeliveryToSign {
  readonly deliveryId: WebhookDeliveryId;
  readonly body: string;
  readonly contentType?: string;
  /** The one that counts first; while it is being replaced, the one before as well. */
  readonly secrets: readonly string[];
}

/**
 * The headers of one delivery. The signature is HMAC-SHA-256 of `timestamp.body` under each secret: whoever receives it
 * needs one that fits, and refuses what is older than five minutes. The delivery's id is the same for every try. Pure.
 */
export function signDelivery(
  { deliveryId, body, contentType = "application/json", secrets }: DeliveryToSign,
  now: Date,
) {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const signatures = secrets.map(
    (secret) => `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`,
  );
  return {
    "Content-Type": contentType,
    "User-Agent": "Lantern",
    "Lantern-Delivery": deliveryId,
    "Lantern-Timestamp": timestamp,
    "Lantern-Signature": signatures.join(","),
  };
}
