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

/**
 * Whether this shift has somebody on call at this instant. Pure. At a handover the person who begins is on call, and
 * the one who ends stays so for the overlap: nobody's alert falls between two people who are just changing places.
 */
export function isOnCall({ startsAt, endsAt }: Shift, instant: Date, overlapMinutes: number): boolean {
  return startsAt <= instant && instant.getTime() < endsAt.getTime() + overlapMinutes * 60_000;
}

/** People by rung, each once on a rung, in the order given. */
export function byRung(
  people: readonly Pick<Shift, "personId" | "rung">[],
): ReadonlyMap<number, readonly PersonId[]> {
  const rungs = new Map<number, PersonId[]>();
  for (const { rung, personId } of people) {
    const onRung = rungs.get(rung) ?? [];
    if (!onRung.includes(personId)) onRung.push(personId);
    rungs.set(rung, onRung);
  }
  return rungs;
}
