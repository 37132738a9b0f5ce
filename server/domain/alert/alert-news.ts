import type { Message } from "@/server/domain/alert/messages/read-messages";
import type { Call } from "@/server/domain/alert/read-call";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";

interface Shown {
  readonly events: readonly AlertEvent[];
  readonly messages: readonly Message[];
  readonly call: Call;
}

/** Different whenever something about an alert is: two pages of the same news show the same. Pure. */
export function alertNews({ events, messages, call }: Shown): string {
  const delivered = messages.filter(({ deliveredAt }) => deliveredAt !== null).length;
  const read = messages.filter(({ readAt }) => readAt !== null).length;
  const siblings = call.siblings.map(({ reference, standing }) => `${reference} ${standing}`);
  return [events.length, messages.length, delivered, read, ...siblings].join(" ");
}
