import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";
import { formatTime } from "@/server/vocabulary/london-time";

/** How far an alert has come, the furthest last; `unreached` outranks all but `taken`, since the crew must ring. */
export type AlertStage = "raised" | "notified" | "shown" | "opened" | "unreached" | "taken";

export interface AlertProgress {
  readonly stage: AlertStage;
  readonly notifiedAt?: Date;
  readonly shownAt?: Date;
  readonly openedAt?: Date;
  readonly unreachedAt?: Date;
  readonly takenAt?: Date;
  readonly takenBy?: string;
  /** Views of the same child that have joined this alert since it was raised. */
  readonly viewsAgain: number;
  /** Why nobody has taken it yet, in words that both sides may read; empty once somebody has. */
  readonly reasonWaiting: string;
}

/** Derives how far an alert has come from what happened to it. Pure; docs/alerts.md is this function as a table. */
export function progressOf(events: readonly AlertEvent[]): AlertProgress {
  const first = (kind: AlertEventKind) => events.find((event) => event.kind === kind);
  const taken = first("acknowledged");
  const last = events.findLast((event) => reasons[event.kind] !== undefined);

  return {
    stage: stageOf(new Set(events.map(({ kind }) => kind))),
    ...timeOf("notifiedAt", first("notified")),
    ...timeOf("shownAt", first("shown")),
    ...timeOf("openedAt", first("opened")),
    ...timeOf("unreachedAt", first("unreached")),
    ...timeOf("takenAt", taken),
    ...(taken && { takenBy: nameOf(taken) }),
    viewsAgain: events.filter(({ kind }) => kind === "viewed-again").length,
    reasonWaiting: taken || !last ? "" : (reasons[last.kind]?.(last) ?? ""),
  };
}

function stageOf(happened: ReadonlySet<AlertEventKind>): AlertStage {
  if (happened.has("acknowledged")) return "taken";
  if (happened.has("unreached")) return "unreached";
  if (happened.has("opened")) return "opened";
  if (happened.has("shown")) return "shown";
  return happened.has("notified") ? "notified" : "raised";
}

/** Events that change what is waited for; the others leave the reason as it was. */
const reasons: Partial<Record<AlertEventKind, (event: AlertEvent) => string>> = {
  raised: () => "Finding out who is on call.",
  notified: (event) =>
    `Sent to ${nameOf(event)} at ${formatTime(event.happenedAt)}. No phone has shown it yet.`,
  shown: (event) => `On ${nameOf(event)}'s phone since ${formatTime(event.happenedAt)}, not opened yet.`,
  opened: (event) =>
    `${nameOf(event)} opened it at ${formatTime(event.happenedAt)} and has not taken it yet.`,
  "notice-failed": (event) =>
    `${nameOf(event)} could not be told: ${event.note ?? "the push did not arrive."}`,
  "nobody-on-call": (event) => `Nobody is on call on rung ${event.rung ?? 1}. Trying the next.`,
  "nobody-reachable": (event) =>
    `Nobody on rung ${event.rung ?? 1} can be reached by phone. Trying the next.`,
  escalated: (event) => `Nobody before rung ${event.rung ?? 1} took it. Telling the next person.`,
  unreached: () => "Everybody on the ladder was tried and nobody took it. The ladder begins again soon.",
};

function nameOf({ personName }: AlertEvent): string {
  return personName ?? "the person on call";
}

function timeOf<Name extends string>(name: Name, event: AlertEvent | undefined): Partial<Record<Name, Date>> {
  if (!event) return {};
  const times: Partial<Record<Name, Date>> = {};
  times[name] = event.happenedAt;
  return times;
}
