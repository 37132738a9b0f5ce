import { expect, test } from "@playwright/test";
import { appointmentKinds, countAppointments, missedInWords } from "@/server/vocabulary/missed-appointment";
import { MissedReport } from "@/server/vocabulary/missed-report";
import { saidOfMissed } from "@/test/support/missed-story";

const unreadable: readonly (readonly [name: string, value: unknown, words: RegExp])[] = [
  ["appointmentKind", "football", /Choose which appointment/],
  ["missedOn", "12/11/2026", /Enter the day/],
  ["missedTime", "25:00", /Enter the time/],
  ["missedBefore", 51, /0 to 50/],
  ["missedBefore", -1, /0 to 50/],
  ["familyReason", "x".repeat(501), /500 characters/],
  ["followUp", undefined, /what was done/],
  ["callBackNumber", "", /rung back/],
  ["isWorried", undefined, /worried/],
];

for (const [name, value, words] of unreadable) {
  test(`the form says what is wrong with ${name} ${String(value).slice(0, 12)}`, () => {
    const lookupId = crypto.randomUUID();
    const parsed = MissedReport.safeParse({ ...saidOfMissed, lookupId, [name]: value });

    expect(parsed.error?.issues.map(({ message }) => message).join()).toMatch(words);
  });
}

test("the day and time of an appointment are London's, in summer too", () => {
  const summer = { ...saidOfMissed, lookupId: crypto.randomUUID(), missedOn: "2026-07-01" };

  expect(MissedReport.parse(summer).missedAt).toEqual(new Date("2026-07-01T13:30:00Z"));
});

test("what is said twice of one appointment is one appointment, and another kind or hour is another", () => {
  const missedAt = new Date("2026-11-12T09:00:00Z");
  const dental = { appointmentKind: "dental", missedAt } as const;
  const later = { ...dental, missedAt: new Date("2026-11-12T10:00:00Z") };
  const other = { ...dental, appointmentKind: "antenatal" } as const;

  expect(countAppointments([])).toBe(0);
  expect(countAppointments([dental, { ...dental, missedAt: new Date(missedAt) }])).toBe(1);
  expect(countAppointments([dental, later, other])).toBe(3);
});

for (const appointmentKind of appointmentKinds) {
  test(`an appointment of the kind ${appointmentKind} is told in words with its day`, () => {
    const words = missedInWords({ appointmentKind, missedAt: new Date("2026-11-12T00:30:00Z") });

    expect(words).toMatch(/^(was not brought to|did not come to) .+ on 12 November 2026$/);
  });
}
