import { expect, test } from "@playwright/test";
import { referralDue } from "@/server/domain/referral/referral-due";

const cases = [
  ["made on a Monday, by the same time on Tuesday", "2026-11-23T21:10:00Z", "2026-11-24T21:10:00Z"],
  ["made on a Friday, by the same time on Monday", "2026-11-27T14:00:00Z", "2026-11-30T14:00:00Z"],
  ["made on a Saturday, by the end of Monday", "2026-11-28T14:00:00Z", "2026-12-01T00:00:00Z"],
  [
    "made on Christmas Eve, past both holidays and the weekend",
    "2026-12-24T10:00:00Z",
    "2026-12-29T10:00:00Z",
  ],
  [
    "made on Christmas Day, by the end of the first working day",
    "2026-12-25T10:00:00Z",
    "2026-12-30T00:00:00Z",
  ],
  [
    "made before the clocks go back, at the same time by the clock",
    "2026-10-23T09:00:00Z",
    "2026-10-26T10:00:00Z",
  ],
  [
    "made before the clocks go forward, at the same time by the clock",
    "2026-03-27T10:00:00Z",
    "2026-03-30T09:00:00Z",
  ],
] as const;

for (const [title, madeAt, dueAt] of cases) {
  test(`a referral is due one working day later: ${title}`, () => {
    expect(referralDue(new Date(madeAt)).toISOString()).toBe(new Date(dueAt).toISOString());
  });
}
