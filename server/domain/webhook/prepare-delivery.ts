import { z } from "zod";
import type { Work } from "@/server/db/work";
import { openSecret } from "@/server/domain/webhook/webhook-secret";
import { signDelivery } from "@/server/domain/webhook/sign-delivery";
import { WebhookDeliveryId, WebhookId } from "@/server/vocabulary/ids";
import { toldEventKinds, webhookStates } from "@/server/vocabulary/webhook";

const Told = z.object({
  webhookId: WebhookId,
  authority: z.string(),
  address: z.string(),
  state: z.enum(webhookStates),
  sealedSecret: z.instanceof(Uint8Array),
  earlierSealedSecret: z.instanceof(Uint8Array).nullable(),
  earlierEndsAt: z.date().nullable(),
});

/** One delivery as it goes out. */
export interface PreparedDelivery {
  readonly deliveryId: WebhookDeliveryId;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface DeliverySettings {
  readonly deviceKey: string;
}

/** The next thing that an address has not taken; undefined where there is none, or where it is told nothing. */
export async function prepareDelivery(
  work: Work,
  webhookId: WebhookId,
  settings: DeliverySettings,
): Promise<PreparedDelivery | undefined> {
  const told = await readWebhook(work, webhookId);
  if (told.state !== "active" && told.state !== "error") return undefined;

  const event = await nextEvent(work, webhookId);
  if (event === undefined) return undefined;
  const { number, kind, reference, at } = event;
  const deliveryId = await beginTry(work, webhookId, number);
  const body = { delivery: deliveryId, authority: told.authority, number, kind, reference, at };
  return sealed(work, { told, deliveryId, body, settings });
}

/** A test as it goes out; undefined where the address is off by now. */
export async function prepareTest(
  work: Work,
  { webhookId, deliveryId }: { readonly webhookId: WebhookId; readonly deliveryId: WebhookDeliveryId },
  settings: DeliverySettings,
): Promise<PreparedDelivery | undefined> {
  const told = await readWebhook(work, webhookId);
  if (told.state === "off") return undefined;

  await work.tx.$executeRaw`
    update webhook_delivery set attempts = attempts + 1, tried_at = ${work.now}::timestamptz
    where id = ${deliveryId}::uuid`;
  const body = { delivery: deliveryId, authority: told.authority, kind: "ping", at: work.now };
  return sealed(work, { told, deliveryId, body, settings });
}

async function readWebhook({ tx }: Work, webhookId: WebhookId) {
  const rows: unknown[] = await tx.$queryRaw`
    select webhook.id as "webhookId", organisation.code as authority, address, state, sealed_secret as "sealedSecret",
      earlier_sealed_secret as "earlierSealedSecret", earlier_ends_at as "earlierEndsAt"
    from webhook join organisation on organisation.id = authority_id where webhook.id = ${webhookId}::uuid`;
  return Told.parse(rows[0]);
}

const NextEvent = z.object({
  number: z.number(),
  kind: z.enum(toldEventKinds),
  /** Tells nothing by itself. */
  reference: z.string(),
  at: z.date(),
});

async function nextEvent({ tx }: Work, webhookId: WebhookId) {
  const rows: unknown[] = await tx.$queryRaw`
    select event.number, happened.kind, alert.reference, happened.happened_at as at
    from webhook join webhook_event event on event.authority_id = webhook.authority_id
        and event.number > webhook.last_number
      join alert_event happened on happened.id = event.alert_event_id
      join alert on alert.id = happened.alert_id
    where webhook.id = ${webhookId}::uuid
    order by event.number limit 1`;
  return rows.length === 0 ? undefined : NextEvent.parse(rows[0]);
}

const Begun = z.object({ id: WebhookDeliveryId });

/** Every try of one event at one address is the same delivery, so that whoever takes it twice can tell. */
async function beginTry({ tx, now }: Work, webhookId: WebhookId, number: number): Promise<WebhookDeliveryId> {
  const rows: unknown[] = await tx.$queryRaw`
    insert into webhook_delivery (webhook_id, number, made_at, attempts, tried_at)
    values (${webhookId}::uuid, ${number}, ${now}::timestamptz, 1, ${now}::timestamptz)
    on conflict (webhook_id, number) do update set attempts = webhook_delivery.attempts + 1, tried_at = excluded.tried_at
    returning id`;
  return Begun.parse(rows[0]).id;
}

interface ToSeal {
  readonly told: z.infer<typeof Told>;
  readonly deliveryId: WebhookDeliveryId;
  readonly body: object;
  readonly settings: DeliverySettings;
}

function sealed({ now }: Work, { told, deliveryId, body, settings }: ToSeal): PreparedDelivery {
  const { webhookId, address, sealedSecret, earlierSealedSecret, earlierEndsAt } = told;
  const isBoth = earlierEndsAt !== null && earlierEndsAt > now;
  const kept = [sealedSecret, ...(isBoth && earlierSealedSecret !== null ? [earlierSealedSecret] : [])];
  const secrets = kept.map((one) => openSecret(one, webhookId, settings.deviceKey));
  const text = JSON.stringify(body);
  return {
    deliveryId,
    address,
    body: text,
    headers: signDelivery({ deliveryId, body: text, secrets }, now),
  };
}
