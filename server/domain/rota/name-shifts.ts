import type { Work } from "@/server/db/work";
import { originInWords } from "@/server/domain/rota/reason-in-words";
import { readNames } from "@/server/domain/rota/read-names";
import type { RotaShift } from "@/server/domain/rota/rota-shift";

/** A shift as people read it. */
export interface NamedShift extends RotaShift {
  readonly name: string;
  /** "Weekly shift", "Covers for Ben Carter". */
  readonly words: string;
}

/** The same shifts with names and where they come from in words. */
export async function nameShifts(work: Work, shifts: readonly RotaShift[]): Promise<NamedShift[]> {
  if (shifts.length === 0) return [];
  const people = shifts.flatMap(({ personId, origin }) =>
    origin.insteadOf === null ? [personId] : [personId, origin.insteadOf],
  );
  const names = await readNames(work, people);
  const nameOf = (id: string) => names.get(id) ?? "somebody";
  return shifts.map((shift) => ({
    ...shift,
    name: nameOf(shift.personId),
    words: originInWords(shift, nameOf),
  }));
}
