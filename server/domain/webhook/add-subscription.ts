import { randomUUID } from "node:crypto";
import type { Work } from "@/server/db/work";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { ShownSecret, WebhookSettings } from "@/server/domain/webhook/add-webhook";
import { queueTest } from "@/server/domain/webhook/queue-test";
import { readAddress } from "@/server/domain/webhook/read-address";
import { refuseWhatIsThere } from "@/server/domain/webhook/refuse-what-is-there";
import { makeSecret, sealHeader, sealSecret } from "@/server/domain/webhook/webhook-secret";
import { WebhookId, type OrganisationId } from "@/server/vocabulary/ids";
import type { SubscriptionContent } from "@/server/vocabulary/subscription";

export interface NewSubscription {
  readonly authorityId: OrganisationId;
  readonly endpoint: string;
  readonly content: SubscriptionContent;
  /** Undefined: it is told when something happens, and at no other time. */
  readonly heartbeatSeconds: number | undefined;
  /** Sent along as `Authorization`. */
  readonly authorization: string | undefined;
}

/**
 * Adds an address at which an authority's case system wants to be told, by its own wish. A handshake is on its way to it;
 * until that is taken it is told nothing. What happens from now on is kept for it.
 */
export async function addSubscription(
  work: Work,
  asked: NewSubscription,
  settings: WebhookSettings,
): Promise<ShownSecret> {
  const { authorityId, endpoint } = asked;
  const { address, host } = readAddress(endpoint, settings);
  await refuseWhatIsThere(work, authorityId, address);

  const webhookId = WebhookId.parse(randomUUID());
  const secret = await insert(work, { ...asked, webhookId, address, host }, settings);
  await queueTest(work, webhookId);
  await recordAudit(work, {
    action: "webhook:manage",
    outcome: "done",
    detail: "subscribed",
    concerns: webhookId,
    organisationId: authorityId,
  });
  return { webhookId, secret };
}

interface Row extends NewSubscription {
  readonly webhookId: WebhookId;
  readonly address: string;
  readonly host: string;
}

async function insert({ tx, now }: Work, row: Row, { deviceKey }: WebhookSettings): Promise<string> {
  const { webhookId, authorityId, address, host, content, heartbeatSeconds, authorization } = row;
  const secret = makeSecret();
  const header = authorization === undefined ? null : sealHeader(authorization, webhookId, deviceKey);
  await tx.$executeRaw`
    insert into webhook (id, authority_id, address, host, made_at, sealed_secret, content, heartbeat_seconds, sealed_header,
      last_number, first_number)
    select ${webhookId}::uuid, ${authorityId}::uuid, ${address}, ${host}, ${now}::timestamptz,
      ${sealSecret(secret, webhookId, deviceKey)}, ${content}, ${heartbeatSeconds ?? null}::int, ${header}::bytea,
      newest, newest
    from (select coalesce(max(number), 0) as newest from webhook_event
      where authority_id = ${authorityId}::uuid) counted`;
  return secret;
}
