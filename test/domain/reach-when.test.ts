import { expect, test } from "@playwright/test";
import {
  comingUntil,
  dutyDayOf,
  eveningDueAt,
  gapsUntil,
  turnsOfShifts,
} from "@/server/domain/reach/when-to-check";

const six = { eveningMinute: 18 * 60, gapDays: 7 };

const evenings = [
  ["a second before six in winter", "2026-11-23T17:59:59Z", "2026-11-22", undefined],
  ["at six in winter", "2026-11-23T18:00:00Z", "2026-11-23", "2026-11-23T18:00:00Z"],
  ["at six in summer", "2026-07-01T17:00:00Z", "2026-07-01", "2026-07-01T17:00:00Z"],
  [
    "at ten to ten, when nobody was there before",
    "2026-11-23T21:50:00Z",
    "2026-11-23",
    "2026-11-23T18:00:00Z",
  ],
  ["at ten, when it is too late to ring managers for it", "2026-11-23T22:00:00Z", "2026-11-23", undefined],
  ["in the small hours, which belong to the evening before", "2026-11-24T02:00:00Z", "2026-11-23", undefined],
  ["on the evening before the clocks go back", "2026-10-24T17:00:00Z", "2026-10-24", "2026-10-24T17:00:00Z"],
  ["on the evening after the clocks went back", "2026-10-25T18:00:00Z", "2026-10-25", "2026-10-25T18:00:00Z"],
  ["an hour too early on that evening", "2026-10-25T17:00:00Z", "2026-10-24", undefined],
  [
    "on the evening after the clocks went forward",
    "2026-03-29T17:00:00Z",
    "2026-03-29",
    "2026-03-29T17:00:00Z",
  ],
] as const;
for (const [when, now, dutyDay, dueAt] of evenings) {
  test(`the evening's check is ${dueAt === undefined ? "not " : ""}begun ${when}`, () => {
    expect(dutyDayOf(new Date(now), six)).toBe(dutyDay);
    expect(eveningDueAt(new Date(now), six)).toEqual(dueAt === undefined ? undefined : new Date(dueAt));
  });
}

test("the coming rota goes to the end of tomorrow by London's clock, on long and short days too", () => {
  expect(comingUntil(new Date("2026-11-23T18:00:00Z"))).toEqual(new Date("2026-11-25T00:00:00Z"));
  expect(comingUntil(new Date("2026-10-24T17:00:00Z"))).toEqual(new Date("2026-10-26T00:00:00Z"));
  expect(comingUntil(new Date("2026-03-28T18:00:00Z"))).toEqual(new Date("2026-03-29T23:00:00Z"));
});

test("gaps are looked for up to the same instant all through one duty day", () => {
  const until = gapsUntil(new Date("2026-11-23T18:00:00Z"), six);

  expect(until).toEqual(new Date("2026-12-01T00:00:00Z"));
  expect(gapsUntil(new Date("2026-11-24T17:59:00Z"), six)).toEqual(until);
  expect(gapsUntil(new Date("2026-11-24T18:00:00Z"), six)).not.toEqual(until);
});

const team = "00000000-0000-4000-8000-000000000001";
const night = {
  teamId: team,
  startsAt: new Date("2026-11-23T22:00:00Z"),
  endsAt: new Date("2026-11-24T08:00:00Z"),
};
const hour = { beforeShiftMinutes: 60 };

const turns = [
  ["a minute too early", "2026-11-23T20:59:00Z", []],
  ["an hour before somebody begins", "2026-11-23T21:00:00Z", ["2026-11-23T21:00:00Z"]],
  ["while that shift is young, as after a takeover", "2026-11-23T22:59:00Z", ["2026-11-23T21:00:00Z"]],
  ["in the middle of the shift", "2026-11-24T03:00:00Z", []],
  ["an hour before somebody ends", "2026-11-24T07:00:00Z", ["2026-11-24T07:00:00Z"]],
] as const;
for (const [when, now, due] of turns) {
  test(`a rota is ${due.length === 0 ? "not " : ""}looked at ${when}`, () => {
    expect(turnsOfShifts([night], new Date(now), hour).map(({ dueAt }) => dueAt)).toEqual(
      due.map((at) => new Date(at)),
    );
  });
}

test("one handing over to another is one turn of the team", () => {
  const day = { teamId: team, startsAt: night.endsAt, endsAt: new Date("2026-11-24T17:00:00Z") };

  expect(turnsOfShifts([night, night, day], new Date("2026-11-24T07:30:00Z"), hour)).toEqual([
    { teamId: team, dueAt: new Date("2026-11-24T07:00:00Z") },
  ]);
});
