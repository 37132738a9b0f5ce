import { randomUUID } from "node:crypto";
import type { LadderEvent, Situation, Step } from "@/server/domain/alert/ladder/escalation";
import type { SentNotice } from "@/server/domain/alert/ladder/next-channel";
import { PersonId } from "@/server/vocabulary/ids";

const raisedAt = new Date("2026-11-23T21:10:00Z");
export const at = (minutes: number) => new Date(raisedAt.getTime() + minutes * 60_000);
export const amira = PersonId.parse(randomUUID());
export const ben = PersonId.parse(randomUUID());
export const chris = PersonId.parse(randomUUID());

/** What happened, when (minutes), on which rung and to whom; told on a rung means the first person on it. */
export type Happened = readonly [LadderEvent["kind"], number, number?, PersonId?];

export interface Case {
  readonly title: string;
  readonly happened: readonly Happened[];
  readonly now: number;
  readonly rungs?: readonly (readonly [number, readonly PersonId[]])[];
  readonly reachable?: readonly PersonId[];
  readonly notices?: readonly SentNotice[];
  readonly managers?: readonly PersonId[];
  readonly channels?: readonly ("push" | "text" | "email")[];
  readonly expected: Partial<Step>;
}

export const raised: Happened = ["raised", 0];
const both = [
  [1, [amira]],
  [2, [ben]],
] as const;
export const notice = (personId: PersonId, minutes: number, how: Partial<SentNotice>): SentNotice => ({
  personId,
  channel: "push",
  queuedAt: at(minutes),
  isShown: false,
  hasFailed: false,
  ...how,
});
export const failed = (personId: PersonId, minutes: number) => notice(personId, minutes, { hasFailed: true });
export const shown = (personId: PersonId, minutes: number) => notice(personId, minutes, { isShown: true });

export type Given = Pick<Case, "now" | "rungs" | "reachable" | "notices" | "managers" | "channels">;

export function situationOf({
  now,
  rungs = both,
  notices = [],
  managers = [chris],
  ...given
}: Given): Situation {
  const filled = rungs.filter(([, people]) => people.length > 0);
  const { reachable = [amira, ben, chris], channels = ["push"] } = given;
  return {
    onCall: { rungs: new Map(filled), lastRung: Math.max(1, ...rungs.map(([rung]) => rung)) },
    channelsOf: new Map(reachable.map((person) => [person, channels])),
    managers,
    waitOf: new Map(),
    notices,
    settings: { handoverOverlapMinutes: 15, rungMinutes: 5, againMinutes: 15, shownSeconds: 45 },
    now: at(now),
  };
}

export function asEvent([kind, minutes, rung, person]: Happened): LadderEvent {
  const told = kind === "notified" ? (rung === 2 ? ben : amira) : null;
  return { kind, happenedAt: at(minutes), rung: rung ?? null, personId: person ?? told, lookupId: null };
}
