import { isWithdrawn } from "@/server/domain/alert/alert-progress";
import { nextChannel, type SentNotice } from "@/server/domain/alert/ladder/next-channel";
import { letsRungDown, roundOf, stayOf } from "@/server/domain/alert/ladder/round";
import type { OnCall } from "@/server/domain/rota/on-call";
import type { PaceSettings } from "@/server/domain/rota/read-on-call";
import type { AlertEvent } from "@/server/domain/timeline/alert-event";
import type { AlertEventKind } from "@/server/vocabulary/alert-event";
import type { PersonId } from "@/server/vocabulary/ids";
import { formatDateTime, formatTime } from "@/server/vocabulary/london-time";
import type { Channel } from "@/server/vocabulary/notice-purpose";

export interface LadderSettings extends PaceSettings {
  /** How long a person's devices have to show a notice before the next channel is added. */
  readonly shownSeconds: number;
}

/** What the ladder needs to know of an event. */
export type LadderEvent = Pick<AlertEvent, "kind" | "happenedAt" | "rung" | "personId" | "lookupId"> &
  Partial<Pick<AlertEvent, "dueAt">>;

export interface Situation {
  readonly onCall: OnCall;
  /** By which channels each person can be told now; somebody without any is absent. */
  readonly channelsOf: ReadonlyMap<PersonId, readonly Channel[]>;
  /** Whom to alarm when nobody takes it. */
  readonly managers: readonly PersonId[];
  /** Minutes that single rungs of this team wait, where it is not the usual time. */
  readonly waitOf: ReadonlyMap<number, number>;
  readonly notices: readonly SentNotice[];
  readonly settings: LadderSettings;
  /** Of an alert that is no emergency: when the office is open next, now included. Nobody is told before. */
  readonly quietUntil?: Date;
  readonly now: Date;
}

export type Step =
  | { readonly kind: "finished" }
  | { readonly kind: "wait"; readonly until: Date; readonly reason: string }
  /** No emergency, and out of hours: nobody is told before the office opens. */
  | { readonly kind: "deferred"; readonly until: Date }
  | {
      readonly kind: "tell";
      readonly rung: number;
      readonly people: readonly PersonId[];
      /** On call on this rung too, but without a device. */
      readonly without: readonly PersonId[];
    }
  | {
      readonly kind: "not-shown";
      readonly rung: number;
      readonly personId: PersonId;
      /** What is tried next; undefined when everything was. */
      readonly channel: Channel | undefined;
    }
  | {
      readonly kind: "nobody-on-call";
      readonly rung: number;
      /** Somebody is, and was told on an earlier rung. */
      readonly isToldBefore: boolean;
    }
  | { readonly kind: "nobody-reachable" | "escalated"; readonly rung: number }
  | { readonly kind: "unreached" }
  | { readonly kind: "alarm"; readonly people: readonly PersonId[] };

/** Where the ladder stands: its last step, and what happened in this round of it. */
interface Standing {
  readonly rung: number;
  readonly since: Date;
  readonly round: readonly LadderEvent[];
  /** What happened in the round before; of none in the first. */
  readonly roundBefore: readonly LadderEvent[];
  readonly situation: Situation;
}

/** What comes after each kind of step; whatever is not named here moves no ladder. */
const afterStep: Partial<Record<AlertEventKind, (standing: Standing) => Step>> = {
  notified: stayOnRung,
  escalated: enterRung,
  deferred: enterRung,
  "nobody-on-call": leaveRung,
  "nobody-reachable": leaveRung,
  unreached: ({ situation }) => ({ kind: "alarm", people: situation.managers }),
  alarmed: beginAgain,
  "nobody-alarmed": beginAgain,
};

/**
 * The next step of an alert's ladder, from what happened so far and who could be told now. Pure. Each step but
 * `finished` and `wait` is put on record as an event, after which the question is asked again. The ladder ends only
 * when somebody takes the alert or all who asked withdraw it; a rung with nobody on it, with nobody who can be reached,
 * or on which somebody who was told says "not me", is left at once. What is no emergency rests while the office is
 * closed, by the clock of this very moment, and begins with the first rung when it opens.
 */
export function nextStep(happened: readonly LadderEvent[], situation: Situation): Step {
  const events = happened.filter((event) => !isYetToRest(event, situation));
  if (events.some(({ kind }) => kind === "acknowledged") || isWithdrawn(events)) return { kind: "finished" };

  const [roundBefore, round] = lastRoundsOf(events);
  const last = events.findLast(({ kind }) => afterStep[kind] !== undefined);
  if (isQuiet(events, situation)) return rest(last, situation.quietUntil);
  const since = last?.happenedAt ?? situation.now;
  const after = last && afterStep[last.kind];
  return (after ?? enterRung)({ rung: last?.rung ?? 1, since, round, roundBefore, situation });
}

/** What happened since the ladder last began, and in the round before that came to its end without anybody. */
function lastRoundsOf(events: readonly LadderEvent[]): [readonly LadderEvent[], readonly LadderEvent[]] {
  const end = events.findLastIndex(({ kind }) => kind === "unreached");
  return [roundOf(events.slice(0, Math.max(0, end))), roundOf(events)];
}

/** A rest of a time yet to come was put on record by a clock that has been put back since: it holds up nothing. */
function isYetToRest({ kind, happenedAt }: LadderEvent, { now }: Situation): boolean {
  return kind === "deferred" && happenedAt > now;
}

/** A situation in which nobody is told yet. */
type Quiet = Situation & { readonly quietUntil: Date };

/** A word that somebody is worried now ends the quiet for good. */
function isQuiet(events: readonly LadderEvent[], situation: Situation): situation is Quiet {
  const { quietUntil, now } = situation;
  return quietUntil !== undefined && quietUntil > now && !events.some(({ kind }) => kind === "worried");
}

/** On record once, and anew where another opening turns out to be the next: a clock that jumped is not believed. */
function rest(last: LadderEvent | undefined, until: Date): Step {
  const isOnRecord = last?.kind === "deferred" && last.dueAt?.getTime() === until.getTime();
  if (!isOnRecord) return { kind: "deferred", until };
  return { kind: "wait", until, reason: `Waits until the office opens, ${formatDateTime(until)}.` };
}

/** Whoever was told on a rung before is not told again: waiting a second time for the same person helps no child. */
function enterRung({ rung, round, situation }: Standing): Step {
  const newOnes = notYetTold(rung, round, situation);
  if (newOnes.length === 0) {
    return { kind: "nobody-on-call", rung, isToldBefore: situation.onCall.rungs.has(rung) };
  }
  const people = newOnes.filter((person) => situation.channelsOf.has(person));
  if (people.length === 0) return { kind: "nobody-reachable", rung };
  return {
    kind: "tell",
    rung,
    people,
    without: newOnes.filter((person) => !situation.channelsOf.has(person)),
  };
}

function notYetTold(rung: number, round: readonly LadderEvent[], { onCall }: Situation): readonly PersonId[] {
  const told = new Set(round.filter(({ kind }) => kind === "notified").map(({ personId }) => personId));
  return (onCall.rungs.get(rung) ?? []).filter((person) => !told.has(person));
}

function stayOnRung(standing: Standing): Step {
  const { rung, round, situation } = standing;
  const stay = stayOf(round);
  if (stay.some((event, place) => letsRungDown(event, stay.slice(0, place)))) return leaveRung(standing);

  // Whoever comes on call meanwhile on this rung, or on one that was left, is told too; the time does not begin again.
  const come = rungsUpTo(rung).flatMap((one) => notYetTold(one, round, situation));
  const people = [...new Set(come)].filter((person) => situation.channelsOf.has(person));
  if (people.length > 0) return { kind: "tell", rung, people, without: [] };

  const toldAt = stay.find(({ kind }) => kind === "notified")?.happenedAt ?? situation.now;
  return waitOnRung({ ...standing, since: toldAt }, stay);
}

function rungsUpTo(rung: number): number[] {
  return Array.from({ length: rung }, (_, place) => place + 1);
}

function waitOnRung(standing: Standing, stay: readonly LadderEvent[]): Step {
  const { rung, since, situation } = standing;
  const notices = situation.notices.filter(({ queuedAt }) => queuedAt >= since);
  const check = nextChannel(notices, { ...situation, notShownTimes: notShownTimes(stay), rung });
  if (check.kind === "not-shown") return check;
  if (notices.length > 0 && notices.every(({ hasFailed }) => hasFailed))
    return { kind: "nobody-reachable", rung };

  const until = after(since, situation.waitOf.get(rung) ?? situation.settings.rungMinutes);
  if (situation.now >= until) return leaveRung(standing);
  return {
    kind: "wait",
    until: check.at !== undefined && check.at < until ? check.at : until,
    reason: `Rung ${rung} has until ${formatTime(until)} to take it.`,
  };
}

/** How often it is on record of each person that nothing showed the notice. */
function notShownTimes(stay: readonly LadderEvent[]): ReadonlyMap<PersonId, number> {
  const times = new Map<PersonId, number>();
  for (const { kind, personId } of stay) {
    if (kind === "not-shown" && personId) times.set(personId, (times.get(personId) ?? 0) + 1);
  }
  return times;
}

function leaveRung({ rung, situation }: Standing): Step {
  return rung < situation.onCall.lastRung ? { kind: "escalated", rung: rung + 1 } : { kind: "unreached" };
}

/** At its time; at once when somebody has come on call, or can be told by now, whom the round before did not tell. */
function beginAgain(standing: Standing): Step {
  const { since, roundBefore, situation } = standing;
  const until = after(since, situation.settings.againMinutes);
  const come = rungsUpTo(situation.onCall.lastRung).flatMap((rung) =>
    notYetTold(rung, roundBefore, situation),
  );
  if (situation.now >= until || come.some((person) => situation.channelsOf.has(person)))
    return enterRung({ ...standing, rung: 1, round: [] });
  return { kind: "wait", until, reason: `Nobody took it. The ladder begins again at ${formatTime(until)}.` };
}

function after(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
