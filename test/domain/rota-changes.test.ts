import { expect, test } from "@playwright/test";
import { applyChanges, type ShiftChange } from "@/server/domain/rota/apply-changes";
import { amira, ben, cara, inLines, makeChange, makeOneOff, onCallAt } from "@/test/support/make-rota";

const at = (time: string) => `2026-11-23T${time}:00Z`;
const day = makeOneOff(at("09:00"), at("17:00"));
const evening = makeOneOff(at("17:00"), at("22:00"), { personId: ben });
const second = makeOneOff(at("09:00"), at("22:00"), { personId: cara, rung: 2 });

const cases: readonly {
  readonly title: string;
  readonly changes: readonly ShiftChange[];
  readonly shifts: readonly string[];
}[] = [
  {
    title: "without a change the shifts are as they were",
    changes: [],
    shifts: ["A1 23T09:00–23T17:00", "C2 23T09:00–23T22:00", "B1 23T17:00–23T22:00"],
  },
  {
    title: "an absence takes out a part of a shift and leaves both ends",
    changes: [makeChange(at("12:00"), at("13:00"))],
    shifts: ["A1 23T09:00–23T12:00", "C2 23T09:00–23T22:00", "A1 23T13:00–23T17:00", "B1 23T17:00–23T22:00"],
  },
  {
    title: "an absence with a cover gives the cover that part",
    changes: [makeChange(at("16:00"), at("18:00"), { coverId: cara })],
    shifts: ["A1 23T09:00–23T16:00", "C2 23T09:00–23T22:00", "C1 23T16:00–23T17:00", "B1 23T17:00–23T22:00"],
  },
  {
    title: "a swap of two people on two rungs at the same time crosses them over",
    changes: [
      makeChange(at("09:00"), at("17:00"), { rung: 1, coverId: cara, kind: "swap" }),
      makeChange(at("09:00"), at("17:00"), { rung: 2, personId: cara, coverId: amira, kind: "swap" }),
    ],
    shifts: ["C1 23T09:00–23T17:00", "A2 23T09:00–23T17:00", "B1 23T17:00–23T22:00", "C2 23T17:00–23T22:00"],
  },
  {
    title: "whoever takes over a rung has it from whoever was on it, across their handover",
    changes: [
      makeChange(at("16:00"), at("20:00"), { personId: null, rung: 1, coverId: cara, kind: "takeover" }),
    ],
    shifts: ["A1 23T09:00–23T16:00", "C2 23T09:00–23T22:00", "C1 23T16:00–23T20:00", "B1 23T20:00–23T22:00"],
  },
  {
    title: "whoever takes over a rung on which nobody is fills the gap",
    changes: [
      makeChange(at("21:00"), at("23:00"), { personId: null, rung: 1, coverId: amira, kind: "takeover" }),
    ],
    shifts: ["A1 23T09:00–23T17:00", "C2 23T09:00–23T22:00", "B1 23T17:00–23T21:00", "A1 23T21:00–23T23:00"],
  },
  {
    title: "a later change applies to what the earlier one left, in whichever order they are read",
    changes: [
      makeChange(at("14:00"), at("17:00"), { personId: ben, madeAt: new Date("2026-01-02T00:00:00Z") }),
      makeChange(at("12:00"), at("17:00"), { coverId: ben }),
    ],
    shifts: ["A1 23T09:00–23T12:00", "C2 23T09:00–23T22:00", "B1 23T12:00–23T14:00", "B1 23T17:00–23T22:00"],
  },
  {
    title: "a change of another team, or at another time, changes nothing",
    changes: [
      makeChange(at("09:00"), at("17:00"), { teamId: "another" }),
      makeChange(at("17:00"), at("22:00")),
    ],
    shifts: ["A1 23T09:00–23T17:00", "C2 23T09:00–23T22:00", "B1 23T17:00–23T22:00"],
  },
];

for (const { title, changes, shifts } of cases) {
  test(title, () => {
    expect(inLines(applyChanges([day, evening, second], changes))).toEqual(shifts);
  });
}

test("a cover knows whose shift it was and by which change", () => {
  const change = makeChange(at("16:00"), at("17:00"), { coverId: cara });

  const [, cover] = applyChanges([day], [change]);

  expect(cover?.origin).toEqual({ kind: "absence", id: change.changeId, insteadOf: amira });
});

const overlaps = [
  ["16:59", [amira]],
  ["17:00", [amira, ben]],
  ["17:14", [amira, ben]],
  ["17:15", [ben]],
] as const;

for (const [time, people] of overlaps) {
  test(`with 15 minutes of overlap ${String(people.length)} are on call at ${time}`, () => {
    const rungs = onCallAt([day, evening], new Date(at(time)), 15);

    expect(rungs.get(1)).toEqual(people);
  });
}
