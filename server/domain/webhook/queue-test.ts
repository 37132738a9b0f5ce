import { randomUUID } from "node:crypto";
import { queueJob } from "@/server/db/outbox";
import type { Work } from "@/server/db/work";
import { WebhookDeliveryId, type WebhookId } from "@/server/vocabulary/ids";

/** Leaves a test of an address in the queue: a delivery of its own, without a number. */
export async function queueTest(work: Work, webhookId: WebhookId): Promise<WebhookDeliveryId> {
  const deliveryId = WebhookDeliveryId.parse(randomUUID());
  await work.tx.$executeRaw`
    insert into webhook_delivery (id, webhook_id, made_at)
    values (${deliveryId}::uuid, ${webhookId}::uuid, ${work.now}::timestamptz)`;
  await queueJob(work, { job: { kind: "test-webhook", webhookId, deliveryId }, dueAt: work.now });
  return deliveryId;
}
