import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { findSubscription } from "@/server/domain/webhook/find-subscriptions";
import type { OrganisationId, WebhookId } from "@/server/vocabulary/ids";

/** The system itself wants to be told no more. What happens is still kept, and can be read by its numbers. */
export async function turnOffSubscription(
  work: Work,
  authorityId: OrganisationId,
  subscriptionId: WebhookId,
): Promise<void> {
  const { state } = await findSubscription(work, authorityId, subscriptionId);
  if (state === "off") return;

  await work.tx.$executeRaw`
    update webhook set state = 'off', retry_at = null, off_at = ${work.now}::timestamptz
    where id = ${subscriptionId}::uuid and state <> 'off'`;
  await recordAudit(work, {
    action: "webhook:manage",
    outcome: "done",
    detail: "turned off",
    concerns: subscriptionId,
    organisationId: authorityId,
  });
}
