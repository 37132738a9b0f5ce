import type { OnCall } from "@/server/domain/rota/on-call";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";
import type { PersonId } from "@/server/vocabulary/ids";
import { formatTime } from "@/server/vocabulary/london-time";

export interface LadderSettings {
  /** How long the people on one rung have before the next is told. */
  readonly rungMinutes: number;
  /** How long after the last rung the ladder begins again. */
  readonly againMinutes: number;
}

/** What the ladder needs to know of an event. */
export type LadderEvent = Pick<AlertEvent, "kind" | "happenedAt" | "rung">;

/** One push for this alert to one phone. */
export interface SentNotice {
  readonly personId: PersonId;
  readonly queuedAt: Date;
  /** Has failed for good, and no phone reported to have shown it all the same. */
  readonly hasFailed: boolean;
}

export interface Situation {
  readonly onCall: OnCall;
  /** People with a phone that takes pushes. */
  readonly reachable: ReadonlySet<PersonId>;
  readonly notices: readonly SentNotice[];
  readonly settings: LadderSettings;
  readonly now: Date;
}

export type Step =
  | { readonly kind: "finished" }
  | { readonly kind: "wait"; readonly until: Date; readonly reason: string }
  | {
      readonly kind: "tell";
      readonly rung: number;
      readonly people: readonly PersonId[];
      /** On call on this rung too, but without a phone. */
      readonly without: readonly PersonId[];
    }
  | { readonly kind: "nobody-on-call" | "nobody-reachable" | "escalated"; readonly rung: number }
  | { readonly kind: "unreached" };

const ladderKinds: readonly AlertEventKind[] = [
  "notified",
  "nobody-on-call",
  "nobody-reachable",
  "escalated",
  "unreached",
];

/**
 * The next step of an alert's ladder, from what happened so far and who could be told now. Pure. Each step but
 * `finished` and `wait` is put on record as an event, after which the question is asked again. The ladder ends only
 * when somebody takes the alert; a rung with nobody on it, or with nobody who can be reached, is left at once.
 */
export function nextStep(events: readonly LadderEvent[], situation: Situation): Step {
  if (events.some(({ kind }) => kind === "acknowledged")) return { kind: "finished" };

  const last = events.findLast(({ kind }) => ladderKinds.includes(kind));
  const rung = last?.rung ?? 1;
  if (!last) return enterRung(1, situation);
  if (last.kind === "notified") return stayOnRung(rung, last.happenedAt, situation);
  if (last.kind === "escalated") return enterRung(rung, situation);
  if (last.kind === "unreached") return beginAgain(last.happenedAt, situation);
  return leaveRung(rung, situation);
}

function enterRung(rung: number, { onCall, reachable }: Situation): Step {
  const onRung = onCall.rungs.get(rung) ?? [];
  if (onRung.length === 0) return { kind: "nobody-on-call", rung };

  const people = onRung.filter((person) => reachable.has(person));
  if (people.length === 0) return { kind: "nobody-reachable", rung };
  return { kind: "tell", rung, people, without: onRung.filter((person) => !reachable.has(person)) };
}

function stayOnRung(rung: number, toldAt: Date, situation: Situation): Step {
  const sinceThen = situation.notices.filter(({ queuedAt }) => queuedAt >= toldAt);
  if (sinceThen.length > 0 && sinceThen.every(({ hasFailed }) => hasFailed))
    return { kind: "nobody-reachable", rung };

  const until = after(toldAt, situation.settings.rungMinutes);
  if (situation.now >= until) return leaveRung(rung, situation);
  return { kind: "wait", until, reason: `Rung ${rung} has until ${formatTime(until)} to take it.` };
}

function leaveRung(rung: number, { onCall }: Situation): Step {
  return rung < onCall.lastRung ? { kind: "escalated", rung: rung + 1 } : { kind: "unreached" };
}

function beginAgain(unreachedAt: Date, situation: Situation): Step {
  const until = after(unreachedAt, situation.settings.againMinutes);
  if (situation.now >= until) return enterRung(1, situation);
  return { kind: "wait", until, reason: `Nobody took it. The ladder begins again at ${formatTime(until)}.` };
}

function after(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
