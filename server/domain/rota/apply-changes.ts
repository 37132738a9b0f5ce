import { earlier, later } from "@/server/domain/rota/interval";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import type { PersonId } from "@/server/vocabulary/ids";
import type { ChangeKind } from "@/server/vocabulary/rota";

/** From one instant to another somebody else has certain shifts of a team, or nobody has. */
export interface ShiftChange {
  readonly changeId: string;
  readonly teamId: string;
  /** Whose shifts; null for everybody's on the rung. */
  readonly personId: PersonId | null;
  /** On which rung; null for every rung. Never null together with `personId`. */
  readonly rung: number | null;
  /** Who has them instead; null for nobody. */
  readonly coverId: PersonId | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: ChangeKind;
  readonly madeAt: Date;
}

/**
 * The shifts as the changes leave them. Pure. Changes apply in the order in which they were made, each to what the
 * earlier ones left; a shift that is concerned in part is cut. Where a change is about a whole rung, its cover holds the
 * rung for all of the time, whether or not anybody else would have: taking over also fills a gap.
 */
export function applyChanges(
  shifts: readonly RotaShift[],
  changes: readonly ShiftChange[],
): readonly RotaShift[] {
  return changes.toSorted(inOrderMade).reduce(applyChange, shifts);
}

function inOrderMade(one: ShiftChange, other: ShiftChange): number {
  return one.madeAt.getTime() - other.madeAt.getTime() || (one.changeId < other.changeId ? -1 : 1);
}

function applyChange(shifts: readonly RotaShift[], change: ShiftChange): readonly RotaShift[] {
  const left = shifts.flatMap((shift) => (isConcerned(shift, change) ? cut(shift, change) : [shift]));
  return [...left, ...wholeRung(change)];
}

function isConcerned({ teamId, personId, rung, startsAt, endsAt }: RotaShift, change: ShiftChange): boolean {
  return (
    teamId === change.teamId &&
    (change.personId ?? personId) === personId &&
    (change.rung ?? rung) === rung &&
    startsAt < change.endsAt &&
    change.startsAt < endsAt
  );
}

function cut(shift: RotaShift, change: ShiftChange): RotaShift[] {
  const startsAt = later(shift.startsAt, change.startsAt);
  const endsAt = earlier(shift.endsAt, change.endsAt);
  return [
    { ...shift, endsAt: startsAt },
    ...covered(shift, change).map((part) => ({ ...part, startsAt, endsAt })),
    { ...shift, startsAt: endsAt },
  ].filter((part) => part.startsAt < part.endsAt);
}

/** The middle of a cut shift, if somebody has it. A whole rung is held in one piece. */
function covered(shift: RotaShift, { changeId, personId, coverId, kind }: ShiftChange): RotaShift[] {
  if (coverId === null || personId === null) return [];
  return [{ ...shift, personId: coverId, origin: { kind, id: changeId, insteadOf: shift.personId } }];
}

function wholeRung(change: ShiftChange): RotaShift[] {
  const { changeId, teamId, personId, rung, coverId, startsAt, endsAt, kind } = change;
  if (personId !== null || rung === null || coverId === null) return [];
  const origin = { kind, id: changeId, insteadOf: null };
  return [{ teamId, personId: coverId, rung, startsAt, endsAt, origin }];
}
