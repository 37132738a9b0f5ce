import type { Message } from "@/server/domain/alert/messages/read-messages";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";

/** Different whenever something about an alert is: two pages of the same news show the same. Pure. */
export function alertNews(events: readonly AlertEvent[], messages: readonly Message[]): string {
  const delivered = messages.filter(({ deliveredAt }) => deliveredAt !== null).length;
  const read = messages.filter(({ readAt }) => readAt !== null).length;
  return [events.length, messages.length, delivered, read].join(" ");
}
