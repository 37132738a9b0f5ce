import { expect, test } from "@playwright/test";
import { chooseLooks, sampleSize } from "@/server/domain/looks/review/choose-looks";
import { atRandom, reasonOfList, unusualRules, type LookToWeigh } from "@/server/vocabulary/unusual-look";

const usual: LookToWeigh = {
  mode: "unscheduled",
  isOnCall: true,
  isBySystem: false,
  inTheHour: 1,
  daysAtTheNumber: 1,
  isOwnName: false,
};

const cases: readonly (readonly [Partial<LookToWeigh>, readonly string[]])[] = [
  [{}, []],
  [{ isOwnName: true }, ["own-name"]],
  [{ inTheHour: 11 }, []],
  [{ inTheHour: 12 }, ["many-in-an-hour"]],
  [{ inTheHour: 200 }, ["many-in-an-hour"]],
  [{ daysAtTheNumber: 2 }, []],
  [{ daysAtTheNumber: 3 }, ["repeated"]],
  [{ isOnCall: false }, ["no-call"]],
  [{ isOnCall: false, isBySystem: true }, []],
  [{ mode: "scheduled", isOnCall: false }, []],
  [{ mode: "scheduled", isOnCall: false, isOwnName: true }, ["own-name"]],
  [
    { isOnCall: false, inTheHour: 12, daysAtTheNumber: 3, isOwnName: true },
    ["own-name", "many-in-an-hour", "repeated", "no-call"],
  ],
];

for (const [changes, expected] of cases) {
  test(`a look with ${JSON.stringify(changes)} is on the list for ${expected.join(", ") || "nothing"}`, () => {
    const met = unusualRules.filter(({ isMet }) => isMet({ ...usual, ...changes }));

    expect(met.map(({ name }) => name)).toEqual(expected);
  });
}

test("every rule is met by some case of this table and by another not, and has words of its own", () => {
  for (const { name, words } of unusualRules) {
    const met = cases.filter(([, names]) => names.includes(name)).length;
    expect(met, name).toBeGreaterThan(0);
    expect(met, name).toBeLessThan(cases.length);
    expect(reasonOfList(name)).toBe(words);
  }
  expect(reasonOfList(atRandom)).toBe("Picked at random.");
  expect(reasonOfList("of-tomorrow")).toBe("of-tomorrow");
});

const noon = new Date("2026-11-22T12:00:00Z");
const looks = Array.from({ length: 100 }, (_, index) => ({
  ...usual,
  lookupId: `look-${String(index)}`,
  at: noon,
}));
const draw = { today: "2026-11-23", organisationId: "one" };
const idsOf = (chosen: readonly { readonly lookupId: string }[]) => chosen.map(({ lookupId }) => lookupId);

test("what is picked at random is the same when the list is looked at twice, in whatever order", () => {
  const first = chooseLooks(looks, draw);

  expect(first).toHaveLength(sampleSize);
  expect(first.every(({ reasons }) => reasons.join() === atRandom)).toBe(true);
  expect(idsOf(chooseLooks(looks.toReversed(), draw)).toSorted()).toEqual(idsOf(first).toSorted());
});

test("another day and another organisation have another draw", () => {
  const first = idsOf(chooseLooks(looks, draw));

  expect(idsOf(chooseLooks(looks, { ...draw, today: "2026-11-24" }))).not.toEqual(first);
  expect(idsOf(chooseLooks(looks, { ...draw, organisationId: "two" }))).not.toEqual(first);
});

test("looks of today change nothing about today's draw", () => {
  const today = looks.map((look) => ({
    ...look,
    lookupId: `${look.lookupId}-today`,
    at: new Date("2026-11-23T00:00:00Z"),
  }));

  expect(idsOf(chooseLooks([...looks, ...today], draw))).toEqual(idsOf(chooseLooks(looks, draw)));
});

test("over many days every look has its chance", () => {
  const few = looks.slice(0, 20);
  const days = Array.from({ length: 28 }, (_, day) => `2026-12-${String(day + 1).padStart(2, "0")}`);

  const picked = new Set(days.flatMap((today) => idsOf(chooseLooks(few, { ...draw, today }))));

  expect(picked.size).toBe(20);
});

test("a look that was asked about stays, with the reasons of then", () => {
  const keep = new Map([["look-a", [atRandom]]]);
  const asked = { ...usual, lookupId: "look-a", at: new Date("2026-11-23T08:00:00Z") };

  expect(chooseLooks([asked], { ...draw, keep })).toMatchObject([
    { lookupId: "look-a", reasons: [atRandom] },
  ]);
  expect(chooseLooks([asked], draw)).toEqual([]);
});
