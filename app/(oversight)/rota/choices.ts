import { seenShiftValue } from "./read-form";
import type { NamedShift } from "@/server/domain/rota/name-shifts";
import { formatTime } from "@/server/vocabulary/london-time";
import { mostRungs, rungInWords } from "@/server/vocabulary/rota";
import { shortDay } from "@/server/vocabulary/span-in-words";

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Somebody to choose. */
export interface Person {
  readonly personId: string;
  readonly name: string;
}

/** People by name, after what it means to choose nobody. */
export function peopleOptions(people: readonly Person[], nobody: string): Option[] {
  return [
    { value: "", label: nobody },
    ...people.map(({ personId, name }) => ({ value: personId, label: name })),
  ];
}

/** Places on a ladder. */
export const rungOptions: readonly Option[] = Array.from({ length: mostRungs }, (_, place) => ({
  value: String(place + 1),
  label: `${capital(rungInWords(place + 1))} on call`,
}));

/** Shifts to swap: "Mon 23 Nov 08:00 to 22:00, Amira Hassan, first". */
export function shiftOptions(shifts: readonly NamedShift[]): Option[] {
  return [
    { value: "", label: "Choose a shift" },
    ...shifts.map((shift) => ({
      value: seenShiftValue(shift),
      label: `${shortDay(shift.startsAt)} ${formatTime(shift.startsAt)} to ${formatTime(shift.endsAt)}, ${shift.name}, ${rungInWords(shift.rung)}`,
    })),
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
