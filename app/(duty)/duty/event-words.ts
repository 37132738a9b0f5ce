import type { AlertDetail } from "@/server/domain/alert/read-alert";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";
import {
  alertOutcomes,
  alertOutcomeWords,
  departures,
  departureWords,
} from "@/server/vocabulary/alert-outcome";
import { formatDateTime, formatTime } from "@/server/vocabulary/london-time";

type AlertEvent = Pick<
  AlertDetail["events"][number],
  "personName" | "otherPersonName" | "rung" | "outcome" | "dueAt"
>;

/** What happened to an alert, in a line that both sides understand. */
export function eventInWords(
  event: AlertEvent & { readonly kind: AlertEventKind },
  alertKind: AlertDetail["kind"],
): string {
  if (event.kind === "wrong-child" && alertKind === "was-not-brought")
    return `${who(event)} took the report back: it was made by mistake`;
  return eventWords[event.kind](event);
}

const eventWords: Readonly<Record<AlertEventKind, (event: AlertEvent) => string>> = {
  raised: () => "Alert raised",
  "viewed-again": () => "Looked up again at the same place, or on the same call",
  "new-setting": () => "Looked up at another place of the same call: whoever has it was told",
  "missed-again": () => "Another report: whoever has it was told, or is when the office opens",
  unidentified: () => "Children on the same call whom nobody could identify",
  worried: (event) => `${who(event)} is worried about the child now: told at once`,
  deferred: (event) =>
    `Not urgent: waits until the office opens${event.dueAt ? `, ${formatDateTime(event.dueAt)}` : ""}`,
  notified: (event) => `${who(event)} told (rung ${rungOf(event)})`,
  "nobody-on-call": (event) => `Nobody was on call on rung ${rungOf(event)}`,
  "nobody-reachable": (event) => `Nobody on rung ${rungOf(event)} could be reached`,
  "notice-failed": (event) => `${who(event)} could not be told`,
  "not-shown": (event) => `Not shown on any phone of ${who(event)}`,
  shown: (event) => `Shown on the phone of ${who(event)}`,
  opened: (event) => `Opened by ${who(event)}`,
  declined: (event) => `${who(event)} said “not me”`,
  escalated: (event) => `Passed on to rung ${rungOf(event)}`,
  unreached: () => "Nobody took it: the crew was told to ring",
  alarmed: (event) => `${who(event)} alarmed, since nobody took it`,
  "nobody-alarmed": () => "No manager is known who could be alarmed",
  acknowledged: (event) => `Taken by ${who(event)}`,
  offered: ({ otherPersonName, ...event }) =>
    `${who(event)} handed it to ${otherPersonName ?? "a colleague"}`,
  accepted: (event) => `${who(event)} has it now`,
  promised: (event) => `${who(event)} will ring back by ${event.dueAt ? formatTime(event.dueAt) : "soon"}`,
  closed: (event) => `Closed by ${who(event)}: ${outcomeInWords(event.outcome)}`,
  reopened: (event) => `Opened again by ${who(event)}`,
  "child-seen": (event) => `${who(event)} has seen the child`,
  "not-there": (event) => `${who(event)}: the child was not there`,
  "wrong-child": (event) => `${who(event)}: it was the wrong child`,
  born: (event) => `${who(event)}: the baby is born`,
  reviewed: () => "Reviewed by a senior clinician",
  departed: (event) => departureInWords(event.outcome),
  summary: (event) => `Summary from ${who(event)}`,
  referred: (event) => `Referral made by ${who(event)}`,
  decided: (event) => `Referral decided by ${who(event)}`,
};

function who({ personName }: Pick<AlertEvent, "personName">): string {
  return personName ?? "Somebody";
}

function rungOf({ rung }: AlertEvent): string {
  return String(rung ?? 1);
}

function outcomeInWords(outcome: string | null): string {
  const known = alertOutcomes.find((one) => one === outcome);
  return known === undefined ? "done" : alertOutcomeWords[known].toLowerCase();
}

function departureInWords(outcome: string | null): string {
  const known = departures.find((one) => one === outcome);
  return known === undefined ? "The visit ended" : departureWords[known];
}
