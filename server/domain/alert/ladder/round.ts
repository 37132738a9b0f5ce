import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";

type Answer = Pick<AlertEvent, "kind" | "personId">;

/** What happened since the ladder last began: after everybody was tried, or after a rest. Pure. */
export function roundOf<Event extends { readonly kind: AlertEventKind }>(
  events: readonly Event[],
): readonly Event[] {
  return events.slice(events.findLastIndex(({ kind }) => kind === "unreached" || kind === "deferred") + 1);
}

/** What happened since the ladder came to the rung that it is on. Pure. */
export function stayOf<Event extends { readonly kind: AlertEventKind }>(
  events: readonly Event[],
): readonly Event[] {
  const round = roundOf(events);
  return round.slice(round.findLastIndex(({ kind }) => kind === "escalated") + 1);
}

/**
 * Whether this is a "not me" of somebody whom the ladder has told since it came to the rung. A late one from a rung that
 * was left, or of somebody who was not told, takes no time from those who were. Pure.
 */
export function letsRungDown(event: Answer, before: readonly Answer[]): boolean {
  return (
    event.kind === "declined" &&
    stayOf(before).some(({ kind, personId }) => kind === "notified" && personId === event.personId)
  );
}
