import { reasonWaiting } from "@/server/domain/alert/reason-waiting";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import { isLook, type AlertEventKind } from "@/server/vocabulary/alert-event";
import type { alertStages } from "@/server/vocabulary/alert-stage";
import type { PersonId } from "@/server/vocabulary/ids";

/**
 * How far an alert has come, the furthest last; `unreached` outranks what a phone did, since the crew must ring.
 * `withdrawn`: everybody who asked says that it was the wrong child, and nobody had taken it.
 */
export type AlertStage = (typeof alertStages)[number];

export interface AlertProgress {
  readonly stage: AlertStage;
  readonly notifiedAt?: Date;
  readonly shownAt?: Date;
  readonly openedAt?: Date;
  readonly unreachedAt?: Date;
  readonly withdrawnAt?: Date;
  /** When it was first taken. */
  readonly takenAt?: Date;
  /** Who has it now, and since when. */
  readonly takenBy?: string;
  readonly heldSince?: Date;
  readonly holderId?: PersonId;
  /** The holder wants this person to have it; it is the holder's until they accept. */
  readonly offeredTo?: { readonly personId: PersonId; readonly name: string };
  /** The holder has promised to ring back by then. */
  readonly promisedFor?: Date;
  readonly closedAt?: Date;
  readonly outcome?: string;
  /** No emergency: nobody is told before then, when the office opens. */
  readonly deferredUntil?: Date;
  /** Somebody's devices had their time and showed nothing, and nothing has shown it since. */
  readonly isNotShown: boolean;
  /** Views of the same child that have joined this alert since it was raised. */
  readonly viewsAgain: number;
  /** Why nobody has taken it yet, in words that both sides may read; empty once somebody has. */
  readonly reasonWaiting: string;
}

/** Derives how far an alert has come from what happened to it. Pure; docs/alerts.md is this function as a table. */
export function progressOf(events: readonly AlertEvent[]): AlertProgress {
  const first = (kind: AlertEventKind) => events.find((event) => event.kind === kind);
  const stage = stageOf(events);
  const rest = resting(events);

  return {
    stage,
    ...timeOf("notifiedAt", first("notified")),
    ...timeOf("shownAt", first("shown")),
    ...timeOf("openedAt", first("opened")),
    ...timeOf("unreachedAt", first("unreached")),
    ...timeOf("withdrawnAt", stage === "withdrawn" ? lastOf(events, ["wrong-child"]) : undefined),
    ...timeOf("takenAt", first("acknowledged")),
    ...holding(events),
    ...ending(events),
    ...(isWaiting(stage) && rest),
    isNotShown: lastOf(events, ["notified", "not-shown", "shown", "opened"])?.kind === "not-shown",
    viewsAgain: events.filter((event) => isLook(event) && event.kind !== "raised").length,
    // Whoever opens it meanwhile changes nothing about what it waits for.
    reasonWaiting: isWaiting(stage) ? reasonWaiting(rest.deferredUntil ? events.filter(isRest) : events) : "",
  };
}

/** Nobody has it, and somebody should. */
export function isWaiting(stage: AlertStage): boolean {
  return stage !== "taken" && stage !== "closed" && stage !== "withdrawn";
}

function stageOf(events: readonly AlertEvent[]): AlertStage {
  const happened = new Set(events.map(({ kind }) => kind));
  if (lastOf(events, ["closed", "reopened"])?.kind === "closed") return "closed";
  if (happened.has("acknowledged") || happened.has("reopened")) return "taken";
  if (isWithdrawn(events)) return "withdrawn";
  if (happened.has("unreached")) return "unreached";
  if (happened.has("opened")) return "opened";
  if (happened.has("shown")) return "shown";
  return happened.has("notified") ? "notified" : "raised";
}

/** Every look that is part of the alert was at the wrong child. */
export function isWithdrawn(events: readonly Pick<AlertEvent, "kind" | "lookupId">[]): boolean {
  const looks = events.filter(isLook);
  const wrong = events.filter(({ kind }) => kind === "wrong-child").map(({ lookupId }) => lookupId);
  return wrong.length > 0 && looks.every(({ lookupId }) => wrong.includes(lookupId));
}

function holding(
  events: readonly AlertEvent[],
): Pick<AlertProgress, "takenBy" | "heldSince" | "holderId" | "offeredTo" | "promisedFor"> {
  const holder = lastOf(events, ["acknowledged", "accepted", "reopened"]);
  if (!holder) return {};

  const since = events.slice(events.indexOf(holder));
  const offer = lastOf(since, ["offered"]);
  const promise = lastOf(since, ["promised"]);
  return {
    takenBy: holder.personName ?? "the person on call",
    heldSince: holder.happenedAt,
    ...(holder.personId && { holderId: holder.personId }),
    ...(offer?.otherPersonId && {
      offeredTo: { personId: offer.otherPersonId, name: offer.otherPersonName ?? "a colleague" },
    }),
    ...(promise?.dueAt && { promisedFor: promise.dueAt }),
  };
}

function ending(events: readonly AlertEvent[]): Pick<AlertProgress, "closedAt" | "outcome"> {
  const last = lastOf(events, ["closed", "reopened"]);
  if (last?.kind !== "closed") return {};
  return { closedAt: last.happenedAt, ...(last.outcome !== null && { outcome: last.outcome }) };
}

/** What ends a rest: the office was told, or somebody is worried. */
const afterRest = [
  "deferred",
  "worried",
  "notified",
  "nobody-on-call",
  "nobody-reachable",
  "escalated",
] as const;

function isRest({ kind }: AlertEvent): boolean {
  return kind === "deferred";
}

function resting(events: readonly AlertEvent[]): Pick<AlertProgress, "deferredUntil"> {
  const last = lastOf(events, afterRest);
  return last?.kind === "deferred" && last.dueAt ? { deferredUntil: last.dueAt } : {};
}

function lastOf(events: readonly AlertEvent[], kinds: readonly AlertEventKind[]): AlertEvent | undefined {
  return events.findLast(({ kind }) => kinds.includes(kind));
}

function timeOf<Name extends string>(name: Name, event: AlertEvent | undefined): Partial<Record<Name, Date>> {
  if (!event) return {};
  const times: Partial<Record<Name, Date>> = {};
  times[name] = event.happenedAt;
  return times;
}
