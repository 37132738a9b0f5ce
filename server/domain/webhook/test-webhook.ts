import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { findOwnWebhook } from "@/server/domain/webhook/find-own-webhook";
import { queueTest } from "@/server/domain/webhook/queue-test";
import type { WebhookId } from "@/server/vocabulary/ids";

/** Sends one more test to an address of the person's own authority; an address that takes it is told from then on. */
export async function testWebhook(work: Work, webhookId: WebhookId): Promise<void> {
  await findOwnWebhook(work, webhookId);
  await queueTest(work, webhookId);
  await recordAudit(work, {
    action: "webhook:manage",
    outcome: "done",
    detail: "test sent",
    concerns: webhookId,
  });
}
