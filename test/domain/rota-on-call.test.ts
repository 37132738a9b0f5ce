import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import type { Shift } from "@/server/domain/rota/on-call";
import { lastRungOf } from "@/server/domain/rota/who-is-told";
import { PersonId } from "@/server/vocabulary/ids";
import { makeOneOff, onCallAt } from "@/test/support/make-rota";

const amira = PersonId.parse(randomUUID());
const ben = PersonId.parse(randomUUID());

test("a shift begins at its first instant and is over at its last", () => {
  const shifts = [shift(amira, "21:00", "22:00")];

  expect(peopleAt(shifts, "20:59")).toEqual([]);
  expect(peopleAt(shifts, "21:00")).toEqual([[1, [amira]]]);
  expect(peopleAt(shifts, "21:59")).toEqual([[1, [amira]]]);
  expect(peopleAt(shifts, "22:00")).toEqual([]);
});

test("at a handover the one who begins is on call, and in an overlap both are", () => {
  const handover = [shift(amira, "14:00", "22:00"), shift(ben, "22:00", "23:00")];
  const overlap = [shift(amira, "14:00", "22:15"), shift(ben, "22:00", "23:00")];

  expect(peopleAt(handover, "22:00")).toEqual([[1, [ben]]]);
  expect(peopleAt(overlap, "22:00")).toEqual([[1, [amira, ben]]]);
});

test("people are told apart by rung, and one person with two shifts on a rung counts once", () => {
  const shifts = [
    shift(amira, "20:00", "22:00"),
    shift(amira, "21:00", "23:00"),
    onSecondRung(shift(ben, "20:00", "23:00")),
    onSecondRung(shift(amira, "20:00", "23:00")),
  ];

  expect(peopleAt(shifts, "21:30")).toEqual([
    [1, [amira]],
    [2, [ben, amira]],
  ]);
});

test("a gap tonight on a rung that exists by day does not shorten the ladder", () => {
  const first = makeOneOff("2026-11-23T08:00:00Z", "2026-11-23T23:00:00Z");
  const second = makeOneOff("2026-11-23T08:00:00Z", "2026-11-23T17:00:00Z", { rung: 2 });
  const ladder = { teamId: first.teamId, teamName: "Team", againMinutes: null, rungs: [], targets: [] };
  const at = instant("21:00");
  const teams = { ladders: [ladder], handedOverAt: null, holders: [], at, overlapMinutes: 15 };

  expect(lastRungOf({ ...teams, shifts: [first, second] })).toBe(2);
  expect(lastRungOf({ ...teams, shifts: [] })).toBe(1);
});

test("a shift over the night in which the clocks go back is as long as its instants say", () => {
  const night = {
    personId: amira,
    rung: 1,
    startsAt: new Date("2026-10-24T21:00:00Z"),
    endsAt: new Date("2026-10-25T08:00:00Z"),
  };

  const firstHalfPastOne = onCallAt([night], new Date("2026-10-25T00:30:00Z"));
  const secondHalfPastOne = onCallAt([night], new Date("2026-10-25T01:30:00Z"));

  expect([...firstHalfPastOne]).toEqual([[1, [amira]]]);
  expect([...secondHalfPastOne]).toEqual([[1, [amira]]]);
});

function shift(personId: PersonId, from: string, to: string): Shift {
  return { personId, rung: 1, startsAt: instant(from), endsAt: instant(to) };
}

function onSecondRung(first: Shift): Shift {
  return { ...first, rung: 2 };
}

function instant(time: string): Date {
  return new Date(`2026-11-23T${time}:00Z`);
}

function peopleAt(shifts: readonly Shift[], time: string) {
  return [...onCallAt(shifts, instant(time))];
}
