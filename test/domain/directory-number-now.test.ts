import { expect, test } from "@playwright/test";
import { numberNow } from "@/server/domain/directory/number-now";

const contact = {
  officeNumber: "01632 960001",
  officeOpensAt: 510,
  officeClosesAt: 1_020,
  fridayClosesAt: 990,
  emergencyNumber: "01632 960002",
  emergencyTeam: "Emergency Duty Team",
};
const office = { label: "Children’s social care", number: "01632 960001" };
const emergency = { label: "Emergency Duty Team", number: "01632 960002" };

const moments = [
  ["in the middle of a working day", "2026-11-23T12:00:00Z", office],
  ["a millisecond before opening", "2026-11-23T08:29:59.999Z", emergency],
  ["at opening", "2026-11-23T08:30:00Z", office],
  ["in the last minute of the day", "2026-11-23T16:59:59Z", office],
  ["at closing", "2026-11-23T17:00:00Z", emergency],
  ["at 23:59", "2026-11-23T23:59:59Z", emergency],
  ["at midnight", "2026-11-24T00:00:00Z", emergency],
  ["on Friday before its early closing", "2026-11-27T16:29:59Z", office],
  ["on Friday at its early closing", "2026-11-27T16:30:00Z", emergency],
  ["on Saturday", "2026-11-28T12:00:00Z", emergency],
  ["on Sunday", "2026-11-29T12:00:00Z", emergency],
  ["at opening in summer, an hour earlier by Greenwich", "2026-07-01T07:30:00Z", office],
  ["before opening in summer", "2026-07-01T07:29:59Z", emergency],
  ["at closing in summer", "2026-07-01T16:00:00Z", emergency],
  ["on Friday evening before the clocks go forward", "2026-03-27T16:30:00Z", emergency],
  ["at opening on Monday after the clocks went forward", "2026-03-30T07:30:00Z", office],
  ["at closing on Monday after the clocks went forward", "2026-03-30T16:00:00Z", emergency],
  ["in the hour that the clocks skip", "2026-03-29T01:30:00Z", emergency],
  ["in the hour that the clocks repeat", "2026-10-25T01:30:00Z", emergency],
  ["before opening on Monday after the clocks went back", "2026-10-26T07:45:00Z", emergency],
  ["at opening on Monday after the clocks went back", "2026-10-26T08:30:00Z", office],
  ["at 23:59 on Sunday in summer", "2026-07-05T22:59:59Z", emergency],
  ["on Christmas Day", "2026-12-25T12:00:00Z", emergency],
  ["on the substitute for Boxing Day, a Monday", "2026-12-28T12:00:00Z", emergency],
  ["on the working day after it", "2026-12-29T12:00:00Z", office],
  ["on Christmas Eve", "2026-12-24T12:00:00Z", office],
  ["on New Year's Day", "2027-01-01T12:00:00Z", emergency],
  ["on Good Friday", "2027-03-26T12:00:00Z", emergency],
  ["on Easter Monday", "2027-03-29T12:00:00Z", emergency],
  ["on the summer bank holiday", "2026-08-31T12:00:00Z", emergency],
  ["on the second of January, a holiday in Scotland only", "2029-01-02T12:00:00Z", office],
  ["on Mother's Day's Monday, no holiday at all", "2026-03-16T12:00:00Z", office],
] as const;

for (const [moment, instant, expected] of moments) {
  test(`the number to ring ${moment} (${instant}) is that of ${expected.label}`, () => {
    const { first, other } = numberNow(contact, new Date(instant));

    expect(first).toEqual(expected);
    expect(other).toEqual(expected === office ? emergency : office);
  });
}

test("an office that never opens leaves the emergency team", () => {
  const closed = { ...contact, officeOpensAt: 540, officeClosesAt: 540, fridayClosesAt: 540 };

  expect(numberNow(closed, new Date("2026-11-23T09:00:00Z")).first).toEqual(emergency);
});
