import { randomBytes } from "node:crypto";
import { openAddress, sealAddress } from "@/server/domain/push/sealed-address";
import type { WebhookId } from "@/server/vocabulary/ids";

/** A secret under which deliveries are signed: long and random, with a name that scanners of code can look for. */
export function makeSecret(): string {
  return `lantern_whsec_${randomBytes(32).toString("base64url")}`;
}

/** Seals a secret for keeping, as addresses of devices are, so that it opens in the row of its own address only. */
export function sealSecret(secret: string, webhookId: WebhookId, deviceKey: string): Uint8Array<ArrayBuffer> {
  return sealAddress(secret, boundTo(webhookId), deviceKey);
}

/** Opens what `sealSecret` sealed. Throws if the key, the row or a byte is not the same. */
export function openSecret(sealed: Uint8Array, webhookId: WebhookId, deviceKey: string): string {
  return openAddress(sealed, boundTo(webhookId), deviceKey);
}

/** Seals a header that a system asked for, so that it opens in its place only, and not in that of a secret. */
export function sealHeader(value: string, webhookId: WebhookId, deviceKey: string): Uint8Array<ArrayBuffer> {
  return sealAddress(value, `header of ${boundTo(webhookId)}`, deviceKey);
}

/** Opens what `sealHeader` sealed. */
export function openHeader(sealed: Uint8Array, webhookId: WebhookId, deviceKey: string): string {
  return openAddress(sealed, `header of ${boundTo(webhookId)}`, deviceKey);
}

function boundTo(webhookId: WebhookId): string {
  return `webhook ${webhookId}`;
}
