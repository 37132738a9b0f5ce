import { letsRungDown } from "@/server/domain/alert/ladder/round";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";
import { formatDateTime, formatTime } from "@/server/vocabulary/london-time";

/** Why nobody has taken an alert yet, in words that both sides may read. Pure. */
export function reasonWaiting(events: readonly AlertEvent[]): string {
  const last = events.findLast((event, place) => isReason(event, events.slice(0, place)));
  return last === undefined ? "" : (reasons[last.kind]?.(last) ?? "");
}

/** A "not me" that moves no ladder leaves the reason as it was too. */
function isReason(event: AlertEvent, before: readonly AlertEvent[]): boolean {
  return event.kind === "declined" ? letsRungDown(event, before) : reasons[event.kind] !== undefined;
}

/** Events that change what is waited for; the others leave the reason as it was. */
const reasons: Partial<Record<AlertEventKind, (event: AlertEvent) => string>> = {
  raised: () => "Finding out who is on call.",
  worried: () => "Somebody is worried about the child now. Finding out who is on call.",
  deferred: ({ dueAt }) =>
    `Not urgent: nobody is told before the office opens${dueAt ? `, ${formatDateTime(dueAt)}` : ""}.`,
  notified: (event) =>
    `Sent to ${nameOf(event)} at ${formatTime(event.happenedAt)}. No phone has shown it yet.`,
  "not-shown": (event) => `${nameOf(event)}: ${event.note ?? "no phone has shown it."}`,
  shown: (event) => `On ${nameOf(event)}'s phone since ${formatTime(event.happenedAt)}, not opened yet.`,
  opened: (event) =>
    `${nameOf(event)} opened it at ${formatTime(event.happenedAt)} and has not taken it yet.`,
  declined: (event) =>
    `${nameOf(event)} cannot take it. The next person is told at ${formatTime(event.happenedAt)}.`,
  "notice-failed": (event) =>
    `${nameOf(event)} could not be told: ${event.note ?? "the notice did not arrive."}`,
  "nobody-on-call": (event) => event.note ?? `Nobody is on call on rung ${event.rung ?? 1}. Trying the next.`,
  "nobody-reachable": (event) =>
    `Nobody on rung ${event.rung ?? 1} can be reached by phone. Trying the next.`,
  escalated: (event) => `Nobody before rung ${event.rung ?? 1} took it. Telling the next person.`,
  unreached: () => "Everybody on the ladder was tried and nobody took it. The ladder begins again soon.",
};

function nameOf({ personName }: AlertEvent): string {
  return personName ?? "the person on call";
}
