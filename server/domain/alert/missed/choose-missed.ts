import type { AlertId } from "@/server/vocabulary/ids";

/** An alert of missed appointments of the same child to the same authority that is neither closed nor withdrawn. */
export interface OpenMissed {
  readonly alertId: AlertId;
  readonly raisedAt: Date;
  /** Somebody has it; otherwise its ladder goes on, or rests until the office opens. */
  readonly isHeld: boolean;
}

interface Report {
  readonly isWorried: boolean;
  readonly now: Date;
}

export type ChosenMissed =
  { readonly kind: "new" } | { readonly kind: "join"; readonly alertId: AlertId; readonly isHeld: boolean };

/** Whoever took an alert longer ago may be on leave by now: a report of today is not left to them alone. */
const joinDays = 7;

/**
 * Which open alert a report of a missed appointment joins, if any. Pure. The newest of the last seven days; but somebody
 * who is worried now is not left to whoever took an earlier one, who may be at home: that is an alert of its own.
 */
export function chooseMissed(open: readonly OpenMissed[], { isWorried, now }: Report): ChosenMissed {
  const oldest = now.getTime() - joinDays * 86_400_000;
  const newest = open
    .filter(({ raisedAt, isHeld }) => raisedAt.getTime() > oldest && !(isHeld && isWorried))
    .toSorted((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime())[0];
  return newest ? { kind: "join", alertId: newest.alertId, isHeld: newest.isHeld } : { kind: "new" };
}
