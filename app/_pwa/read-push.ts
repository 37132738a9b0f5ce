/** A push as it is shown: always something, whatever arrived. */
export interface ShownPush {
  readonly title: string;
  readonly body: string;
  /** On our own origin, always. */
  readonly navigate: string;
  readonly tag: string;
  readonly badge?: number;
  /** The right to report shown and opened; missing when the push could not be read. */
  readonly receipt?: string;
}

/**
 * Reads a push message (`server/vocabulary/push-message.ts`). Never throws and never answers "nothing to show":
 * iOS takes the subscription away after three pushes without a notification, and somebody may be waiting. What
 * cannot be read becomes a notification that says to open Lantern.
 */
export function readPush(text: string | undefined, origin: string): ShownPush {
  const message = record(parse(text ?? ""));
  const notification = record(message.notification);
  const badge = Number(notification.app_badge);
  return {
    title: word(notification.title) ?? "Lantern",
    body: word(notification.body) ?? "Something is waiting for you. Open Lantern to see it.",
    navigate: ownAddress(word(notification.navigate), origin),
    tag: word(notification.tag) ?? "lantern",
    ...(Number.isInteger(badge) && badge > 0 && { badge }),
    ...spreadReceipt(word(message.receipt)),
  };
}

/** Only our own pages may be opened from a notification; anything else opens the list of alerts. */
export function ownAddress(address: string | undefined, origin: string): string {
  const list = new URL("/duty", origin).href;
  if (address === undefined || !URL.canParse(address, origin)) return list;
  const url = new URL(address, origin);
  return url.origin === origin ? url.href : list;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function word(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function spreadReceipt(receipt: string | undefined): { receipt?: string } {
  return receipt === undefined ? {} : { receipt };
}
