import type { Bundle, Parameters, ParametersParameter } from "fhir/r4";
import {
  backport,
  topicAt,
  type NotificationType,
  type SubscriptionContent,
} from "@/server/vocabulary/subscription";
import type { WebhookState } from "@/server/vocabulary/webhook";

/** One event as a subscriber counts it: its first is number 1. */
export interface NotifiedEvent {
  readonly number: number;
  readonly at: Date;
  /** Of the notice, where it is read. */
  readonly eventId: string;
}

export interface Notification {
  readonly id: string;
  readonly base: string;
  readonly subscriptionId: string;
  readonly type: NotificationType;
  readonly state: WebhookState;
  readonly content: SubscriptionContent;
  /** How many there have been since it began. */
  readonly eventCount: number;
  readonly events?: readonly NotifiedEvent[];
  /** Why it takes nothing, where it does not. */
  readonly failure?: string | null;
  readonly now: Date;
}

/**
 * A notification of a topic-based subscription (Subscriptions R5 Backport 1.1.0, R4). It says that there is something, and
 * at the most where it is read; nothing of any child. Pure.
 */
export function notificationBundle(notification: Notification): Bundle {
  const { id, base, subscriptionId, now } = notification;
  return {
    resourceType: "Bundle",
    id,
    meta: { profile: [backport.notification] },
    type: "history",
    timestamp: now.toISOString(),
    entry: [
      {
        fullUrl: `urn:uuid:${id}`,
        resource: subscriptionStatus(notification),
        request: { method: "GET", url: `${base}/Subscription/${subscriptionId}/$status` },
        response: { status: "200" },
      },
    ],
  };
}

/** How a subscription stands, with events where there are any to tell of. Pure. */
export function subscriptionStatus(notification: Notification): Parameters {
  const { id, base, subscriptionId, state, type, content, eventCount, events = [], failure } = notification;
  return {
    resourceType: "Parameters",
    id,
    meta: { profile: [backport.status] },
    parameter: [
      { name: "subscription", valueReference: { reference: `${base}/Subscription/${subscriptionId}` } },
      // The guide wants no topic in what is empty.
      ...(content === "empty" ? [] : [{ name: "topic", valueCanonical: topicAt(base) }]),
      { name: "status", valueCode: state },
      { name: "type", valueCode: type },
      { name: "events-since-subscription-start", valueString: String(eventCount) },
      ...events.map((event) => notificationEvent(event, notification)),
      ...(typeof failure === "string" ? [{ name: "error", valueCodeableConcept: { text: failure } }] : []),
    ],
  };
}

function notificationEvent(
  { number, at, eventId }: NotifiedEvent,
  { base, content }: Notification,
): ParametersParameter {
  const reference = `${base}/Communication/${eventId}`;
  return {
    name: "notification-event",
    part: [
      { name: "event-number", valueString: String(number) },
      { name: "timestamp", valueInstant: at.toISOString() },
      ...(content === "empty" ? [] : [{ name: "focus", valueReference: { reference } }]),
    ],
  };
}
