/** What a notification of a FHIR subscription holds beside its number: nothing, or where the notice is read. */
export const subscriptionContents = ["empty", "id-only"] as const;
export type SubscriptionContent = (typeof subscriptionContents)[number];

/** Why a subscriber is sent, or answered, a notification (value set subscription-notification-type). */
export type NotificationType =
  "handshake" | "heartbeat" | "event-notification" | "query-status" | "query-event";

const guide = "http://hl7.org/fhir/uv/subscriptions-backport";

/** Addresses of the Subscriptions R5 Backport guide 1.1.0, as it spells them. */
export const backport = {
  subscription: `${guide}/StructureDefinition/backport-subscription`,
  filter: `${guide}/StructureDefinition/backport-filter-criteria`,
  heartbeat: `${guide}/StructureDefinition/backport-heartbeat-period`,
  content: `${guide}/StructureDefinition/backport-payload-content`,
  notification: `${guide}/StructureDefinition/backport-subscription-notification-r4`,
  status: `${guide}/StructureDefinition/backport-subscription-status-r4`,
  topicOfServer: `${guide}/StructureDefinition/capabilitystatement-subscriptiontopic-canonical`,
  statusOperation: `${guide}/OperationDefinition/backport-subscription-status`,
  eventsOperation: `${guide}/OperationDefinition/backport-subscription-events`,
} as const;

/** Codes of authorities, as the Office for National Statistics names them. */
export const gssSystem = "http://statistics.data.gov.uk/id/statistical-geography";

/** The one topic that there is: news of a notice of an authority. Pure. */
export function topicAt(base: string): string {
  return `${base}/SubscriptionTopic/attendance-notice`;
}

/** Which events of the topic: those of one authority. Pure. */
export function filterFor(authorityCode: string): string {
  return `Communication?recipient:identifier=${gssSystem}|${authorityCode}`;
}

/** So often a subscriber may be told that nothing has happened. */
export const heartbeatSeconds = { least: 60, most: 86_400 } as const;
