import type { Shift } from "@/server/domain/rota/on-call";
import type { ChangeKind } from "@/server/vocabulary/rota";
import type { PersonId } from "@/server/vocabulary/ids";

/** Where a shift comes from: a weekly pattern, a single entry, or a change to one of these. */
export interface ShiftOrigin {
  readonly kind: "pattern" | "one-off" | ChangeKind;
  /** Of the pattern, the entry or the change. */
  readonly id: string;
  /** Whose shift it was before the change. */
  readonly insteadOf: PersonId | null;
}

/** A shift of a team with where it comes from. */
export interface RotaShift extends Shift {
  readonly teamId: string;
  readonly origin: ShiftOrigin;
}
