import type { AlertEventKind } from "@/server/vocabulary/alert-event";

/** What happened since the ladder last began: after everybody was tried, or after a rest. Pure. */
export function roundOf<Event extends { readonly kind: AlertEventKind }>(
  events: readonly Event[],
): readonly Event[] {
  return events.slice(events.findLastIndex(({ kind }) => kind === "unreached" || kind === "deferred") + 1);
}
