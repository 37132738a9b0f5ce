import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { findOwnWebhook } from "@/server/domain/webhook/find-own-webhook";
import type { WebhookId } from "@/server/vocabulary/ids";

/** From now on nothing is sent there. What happens is still kept, and can be read by its numbers. */
export async function turnOffWebhook(work: Work, webhookId: WebhookId): Promise<void> {
  await findOwnWebhook(work, webhookId);
  const personId = work.actor.kind === "person" ? work.actor.personId : null;
  await work.tx.$executeRaw`
    update webhook set state = 'off', retry_at = null, off_at = ${work.now}::timestamptz, off_by_id = ${personId}::uuid
    where id = ${webhookId}::uuid`;
  await recordAudit(work, {
    action: "webhook:manage",
    outcome: "done",
    detail: "turned off",
    concerns: webhookId,
  });
}
