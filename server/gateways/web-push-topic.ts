import { createHash } from "node:crypto";

/**
 * The topic under which a push service keeps only the newest waiting message about an alert (RFC 8030, section 5.4).
 * A digest, so that the service learns no identifier of ours; 32 hexadecimal digits, because the limit is 32 url-safe
 * characters and Apple turns down rarer ones that others accept.
 */
export function pushTopic(alertId: string): string {
  return createHash("sha256").update(alertId).digest("hex").slice(0, 32);
}
