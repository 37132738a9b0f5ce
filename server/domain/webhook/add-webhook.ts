import { randomUUID } from "node:crypto";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { ownAuthority } from "@/server/domain/webhook/find-own-webhook";
import { queueTest } from "@/server/domain/webhook/queue-test";
import { readAddress } from "@/server/domain/webhook/read-address";
import { refuseWhatIsThere } from "@/server/domain/webhook/refuse-what-is-there";
import { makeSecret, sealSecret } from "@/server/domain/webhook/webhook-secret";
import { WebhookId } from "@/server/vocabulary/ids";
import type { WebhookHosts } from "@/server/vocabulary/webhook-address";

export interface WebhookSettings extends WebhookHosts {
  /** Seals what is kept. */
  readonly deviceKey: string;
}

/** A secret on the one occasion on which it can be read. */
export interface ShownSecret {
  readonly webhookId: WebhookId;
  readonly secret: string;
}

/**
 * Adds an address at which the case system of the person's authority is to be told of notices. A test is on its way to
 * it; until it has taken one it is told nothing. What happens from now on is kept for it.
 */
export async function addWebhook(work: Work, typed: string, settings: WebhookSettings): Promise<ShownSecret> {
  const authorityId = ownAuthority(work);
  const { address, host } = readAddress(typed, settings);
  await refuseWhatIsThere(work, authorityId, address);

  const webhookId = WebhookId.parse(randomUUID());
  const secret = makeSecret();
  const personId = work.actor.kind === "person" ? work.actor.personId : null;
  await work.tx.$executeRaw`
    insert into webhook (id, authority_id, address, host, made_by_id, made_at, sealed_secret, last_number)
    select ${webhookId}::uuid, ${authorityId}::uuid, ${address}, ${host}, ${personId}::uuid, ${work.now}::timestamptz,
      ${sealSecret(secret, webhookId, settings.deviceKey)},
      coalesce((select max(number) from webhook_event where authority_id = ${authorityId}::uuid), 0)`;
  await queueTest(work, webhookId);
  await recordAudit(work, {
    action: "webhook:manage",
    outcome: "done",
    detail: "added",
    concerns: webhookId,
  });
  return { webhookId, secret };
}
