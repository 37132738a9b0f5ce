import type { PersonId } from "@/server/vocabulary/ids";

/** A person on call from one instant up to, but not at, another, on one rung of a team's ladder. */
export interface Shift {
  readonly personId: PersonId;
  readonly rung: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface OnCall {
  /** Who is on call, by rung; a rung without people is absent. */
  readonly rungs: ReadonlyMap<number, readonly PersonId[]>;
  /** The ladder ends here. Counted over all shifts given, so that a gap tonight is seen as a gap. */
  readonly lastRung: number;
}

/** Who is on call at this instant. Pure. At a handover the person who begins is on call, the one who ends is not. */
export function onCallAt(shifts: readonly Shift[], instant: Date): OnCall {
  const rungs = new Map<number, PersonId[]>();
  for (const { rung, personId } of shifts.filter((shift) => covers(shift, instant))) {
    const people = rungs.get(rung) ?? [];
    if (!people.includes(personId)) people.push(personId);
    rungs.set(rung, people);
  }
  return { rungs, lastRung: Math.max(1, ...shifts.map(({ rung }) => rung)) };
}

function covers({ startsAt, endsAt }: Shift, instant: Date): boolean {
  return startsAt <= instant && instant < endsAt;
}
