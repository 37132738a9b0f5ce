import { randomUUID } from "node:crypto";
import type { ShiftChange } from "@/server/domain/rota/apply-changes";
import { byRung, isOnCall, type Shift } from "@/server/domain/rota/on-call";
import type { RotaShift } from "@/server/domain/rota/rota-shift";
import type { ShiftPattern } from "@/server/domain/rota/shifts-of-patterns";
import { PersonId } from "@/server/vocabulary/ids";

export const amira = PersonId.parse("00000000-0000-4000-8000-00000000000a");
export const ben = PersonId.parse("00000000-0000-4000-8000-00000000000b");
export const cara = PersonId.parse("00000000-0000-4000-8000-00000000000c");
const oneTeam = "00000000-0000-4000-8000-000000000001";

const hour = 60;

/** Amira on the first rung, every day from 9 to 5 from Monday 5 January 2026, unless told otherwise. */
export function makePattern(change: Partial<ShiftPattern> = {}): ShiftPattern {
  return {
    patternId: randomUUID(),
    teamId: oneTeam,
    personId: amira,
    rung: 1,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    everyWeeks: 1,
    startsAtMinute: 9 * hour,
    endsAtMinute: 17 * hour,
    bankHolidays: "works",
    firstOn: "2026-01-05",
    lastOn: null,
    ...change,
  };
}

/** A single shift of Amira's on the first rung between two instants, such as `2026-11-23T09:00:00Z`. */
export function makeOneOff(from: string, to: string, change: Partial<RotaShift> = {}): RotaShift {
  return {
    teamId: oneTeam,
    personId: amira,
    rung: 1,
    startsAt: new Date(from),
    endsAt: new Date(to),
    origin: { kind: "one-off", id: randomUUID(), insteadOf: null },
    ...change,
  };
}

/** Amira is absent between two instants, unless told otherwise. */
export function makeChange(from: string, to: string, change: Partial<ShiftChange> = {}): ShiftChange {
  return {
    changeId: randomUUID(),
    teamId: oneTeam,
    personId: amira,
    rung: null,
    coverId: null,
    startsAt: new Date(from),
    endsAt: new Date(to),
    kind: "absence",
    madeAt: new Date("2026-01-01T00:00:00Z"),
    ...change,
  };
}

const initials = new Map<string, string>([
  [amira, "A"],
  [ben, "B"],
  [cara, "C"],
]);

/** Shifts in a line each, such as `A1 23T09:00–23T17:00`: who, rung, from and to as day and time in UTC. */
export function inLines(shifts: readonly RotaShift[]): string[] {
  return shifts
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime() || one.rung - other.rung)
    .map(({ personId, rung, startsAt, endsAt }) => {
      return `${initials.get(personId) ?? "?"}${rung} ${dayAndTime(startsAt)}–${dayAndTime(endsAt)}`;
    });
}

function dayAndTime(instant: Date): string {
  return instant.toISOString().slice(8, 16);
}

/** Who is on call at this instant by these shifts, by rung. */
export function onCallAt(shifts: readonly Shift[], instant: Date, overlapMinutes = 0) {
  return byRung(shifts.filter((shift) => isOnCall(shift, instant, overlapMinutes)));
}
