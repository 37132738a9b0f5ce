import type { Work } from "@/server/db/work";
import { notificationBundle } from "@/server/domain/webhook/notification";
import type { Told } from "@/server/domain/webhook/read-told";
import { signDelivery } from "@/server/domain/webhook/sign-delivery";
import { openHeader, openSecret } from "@/server/domain/webhook/webhook-secret";
import type { AlertEventId, WebhookDeliveryId } from "@/server/vocabulary/ids";
import type { NotificationType, SubscriptionContent } from "@/server/vocabulary/subscription";
import type { ToldEventKind } from "@/server/vocabulary/webhook";

/** One delivery as it goes out. */
export interface PreparedDelivery {
  readonly deliveryId: WebhookDeliveryId;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface DeliverySettings {
  readonly deviceKey: string;
  /** Of the FHIR interface, where subscribers read. */
  readonly base: string;
}

interface Message {
  readonly told: Told;
  readonly deliveryId: WebhookDeliveryId;
  /** Undefined for a test or a sign of life. */
  readonly event:
    | {
        readonly eventId: AlertEventId;
        readonly number: number;
        readonly kind: ToldEventKind;
        readonly reference: string;
        readonly at: Date;
      }
    | undefined;
}

/** Writes one delivery in the form that its address is told in, and signs it under every secret that counts now. */
export function writeMessage(work: Work, message: Message, settings: DeliverySettings): PreparedDelivery {
  const { told, deliveryId } = message;
  const { content, webhookId, sealedHeader } = told;
  const body = JSON.stringify(
    content === null ? plainBody(work, message) : fhirBody(work, message, { content, base: settings.base }),
  );
  const contentType = content === null ? "application/json" : "application/fhir+json";
  const secrets = secretsOf(work, told, settings);
  return {
    deliveryId,
    address: told.address,
    body,
    headers: {
      ...signDelivery({ deliveryId, body, contentType, secrets }, work.now),
      ...(sealedHeader !== null && {
        Authorization: openHeader(sealedHeader, webhookId, settings.deviceKey),
      }),
    },
  };
}

function plainBody({ now }: Work, { told, deliveryId, event }: Message): object {
  const { authority } = told;
  if (event === undefined) return { delivery: deliveryId, authority, kind: "ping", at: now };
  const { number, kind, reference, at } = event;
  return { delivery: deliveryId, authority, number, kind, reference, at };
}

function fhirBody(
  { now }: Work,
  { told, deliveryId, event }: Message,
  { content, base }: { readonly content: SubscriptionContent; readonly base: string },
): object {
  const { webhookId, state, newestNumber, lastFailure } = told;
  const first = told.firstNumber ?? 0;
  const quiet: NotificationType = state === "requested" ? "handshake" : "heartbeat";
  return notificationBundle({
    id: deliveryId,
    base,
    subscriptionId: webhookId,
    type: event === undefined ? quiet : "event-notification",
    state,
    content,
    eventCount: newestNumber - first,
    events: event === undefined ? [] : [{ ...event, number: event.number - first }],
    failure: state === "error" ? lastFailure : null,
    now,
  });
}

function secretsOf({ now }: Work, told: Told, { deviceKey }: DeliverySettings): string[] {
  const { webhookId, sealedSecret, earlierSealedSecret, earlierEndsAt } = told;
  const isBoth = earlierEndsAt !== null && earlierEndsAt > now;
  const kept = [sealedSecret, ...(isBoth && earlierSealedSecret !== null ? [earlierSealedSecret] : [])];
  return kept.map((one) => openSecret(one, webhookId, deviceKey));
}
