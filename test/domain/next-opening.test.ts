import { expect, test } from "@playwright/test";
import { nextOpening } from "@/server/domain/directory/next-opening";

/** From 9:00 to 17:00, on Fridays to 16:30. */
const office = { officeOpensAt: 540, officeClosesAt: 1_020, fridayClosesAt: 990 };

const cases: readonly (readonly [title: string, now: string, opens: string])[] = [
  ["at 9:00 on the dot it is open", "2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z"],
  ["in office hours it is open now", "2026-11-24T14:20:00Z", "2026-11-24T14:20:00Z"],
  ["a second before nine it opens at nine", "2026-11-24T08:59:59Z", "2026-11-24T09:00:00Z"],
  ["at night it opens in the morning", "2026-11-24T02:00:00Z", "2026-11-24T09:00:00Z"],
  ["at closing it opens the next morning", "2026-11-24T17:00:00Z", "2026-11-25T09:00:00Z"],
  ["on Friday after the early closing it opens on Monday", "2026-11-27T16:30:00Z", "2026-11-30T09:00:00Z"],
  ["on Saturday it opens on Monday", "2026-11-28T10:00:00Z", "2026-11-30T09:00:00Z"],
  ["on Sunday night it opens on Monday", "2026-11-29T23:59:00Z", "2026-11-30T09:00:00Z"],
  [
    "the evening before the May bank holiday leads over it, to Tuesday in summer time",
    "2027-05-28T20:00:00Z",
    "2027-06-01T08:00:00Z",
  ],
  ["on Good Friday it opens on Tuesday after Easter", "2027-03-26T10:00:00Z", "2027-03-30T08:00:00Z"],
  [
    "on Christmas Eve after closing it opens on 29 December: Christmas is on a Friday, and Boxing Day has its Monday",
    "2026-12-24T17:00:00Z",
    "2026-12-29T09:00:00Z",
  ],
  ["on New Year's Day it opens on Monday", "2027-01-01T11:00:00Z", "2027-01-04T09:00:00Z"],
  [
    "the night in which the clocks go forward is an hour shorter",
    "2027-03-27T22:00:00Z",
    "2027-03-30T08:00:00Z",
  ],
  ["the night in which the clocks go back is an hour longer", "2026-10-24T22:00:00Z", "2026-10-26T09:00:00Z"],
  ["just before midnight in summer London's day counts", "2026-07-13T23:30:00Z", "2026-07-14T08:00:00Z"],
];

for (const [title, now, opens] of cases) {
  test(`the office: ${title}`, () => {
    expect(nextOpening(office, new Date(now))).toEqual(new Date(opens));
  });
}

test("an office whose hours are the wrong way round is never open, and nothing waits for it", () => {
  const never = { officeOpensAt: 1_020, officeClosesAt: 540, fridayClosesAt: 540 };

  expect(nextOpening(never, new Date("2026-11-24T14:20:00Z"))).toBeUndefined();
});

test("an office that is closed on Fridays opens on Monday", () => {
  const shortWeek = { ...office, fridayClosesAt: office.officeOpensAt };

  expect(nextOpening(shortWeek, new Date("2026-11-26T18:00:00Z"))).toEqual(new Date("2026-11-30T09:00:00Z"));
});
