import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Work } from "@/server/db/work";
import { readTold, type Told } from "@/server/domain/webhook/read-told";
import {
  writeMessage,
  type DeliverySettings,
  type PreparedDelivery,
} from "@/server/domain/webhook/write-message";
import { AlertEventId, WebhookDeliveryId, type WebhookId } from "@/server/vocabulary/ids";
import { toldEventKinds } from "@/server/vocabulary/webhook";

/** What is to be done for an address now. */
export type NextDelivery =
  | { readonly kind: "send"; readonly delivery: PreparedDelivery }
  /** Nothing has happened; it is told so then, if nothing happens before. */
  | { readonly kind: "wait"; readonly until: Date }
  | { readonly kind: "nothing" };

/** The next thing that an address has not taken, a sign of life where one is due, or nothing. */
export async function prepareDelivery(
  work: Work,
  webhookId: WebhookId,
  settings: DeliverySettings,
): Promise<NextDelivery> {
  const told = await readTold(work, webhookId);
  if (told.state !== "active" && told.state !== "error") return { kind: "nothing" };

  const event = await nextEvent(work, webhookId);
  if (event === undefined) return heartbeat(work, told, settings);
  const deliveryId = await beginTry(work, webhookId, event.number);
  return { kind: "send", delivery: writeMessage(work, { told, deliveryId, event }, settings) };
}

/** A test as it goes out; undefined where the address is off by now. */
export async function prepareTest(
  work: Work,
  { webhookId, deliveryId }: { readonly webhookId: WebhookId; readonly deliveryId: WebhookDeliveryId },
  settings: DeliverySettings,
): Promise<PreparedDelivery | undefined> {
  const told = await readTold(work, webhookId);
  if (told.state === "off") return undefined;

  await work.tx.$executeRaw`
    update webhook_delivery set attempts = attempts + 1, tried_at = ${work.now}::timestamptz
    where id = ${deliveryId}::uuid`;
  return writeMessage(work, { told, deliveryId, event: undefined }, settings);
}

/** Signs of life are not put down one by one: when the address last took anything is. */
function heartbeat(work: Work, told: Told, settings: DeliverySettings): NextDelivery {
  const { heartbeatSeconds, answeredAt } = told;
  if (heartbeatSeconds === null) return { kind: "nothing" };

  // A clock that was put back makes nobody wait longer than the period.
  const since = Math.min(answeredAt?.getTime() ?? 0, work.now.getTime());
  const until = new Date(since + heartbeatSeconds * 1_000);
  if (until > work.now) return { kind: "wait", until };
  const deliveryId = WebhookDeliveryId.parse(randomUUID());
  return { kind: "send", delivery: writeMessage(work, { told, deliveryId, event: undefined }, settings) };
}

const NextEvent = z.object({
  eventId: AlertEventId,
  number: z.number(),
  kind: z.enum(toldEventKinds),
  /** Tells nothing by itself. */
  reference: z.string(),
  at: z.date(),
});

async function nextEvent({ tx }: Work, webhookId: WebhookId) {
  const rows: unknown[] = await tx.$queryRaw`
    select event.alert_event_id as "eventId", event.number, happened.kind, alert.reference, happened.happened_at as at
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
