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

test("what was drawn waits for a week; another organisation has another draw", () => {
  const first = idsOf(chooseLooks(looks, draw));

  expect(idsOf(chooseLooks(looks, { ...draw, today: "2026-11-29" }))).toEqual(first);
  expect(idsOf(chooseLooks(looks, { ...draw, today: "2026-11-30" }))).toEqual([]);
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

test("each day has a draw of its own, by London's days", () => {
  const ofDay = (day: string, at: string) =>
    looks.map((look) => ({ ...look, lookupId: `${look.lookupId} ${day}`, at: new Date(at) }));
  const days = [
    ...ofDay("before", "2026-07-01T22:59:00Z"),
    ...ofDay("after", "2026-07-01T23:00:00Z"),
    ...ofDay("quiet", "2026-07-03T12:00:00Z").slice(0, 2),
  ];

  const picked = idsOf(chooseLooks(days, { ...draw, today: "2026-07-04" }));

  const countOf = (day: string) => picked.filter((id) => id.endsWith(day)).length;
  expect(["before", "after", "quiet"].map(countOf)).toEqual([sampleSize, sampleSize, 2]);
});

test("no look has a better chance for where it stands", () => {
  const organisations = Array.from({ length: 400 }, (_, place) => `organisation ${String(place)}`);
  const picked = organisations.flatMap((organisationId) =>
    idsOf(chooseLooks(looks, { ...draw, organisationId })),
  );

  const times = looks.map(({ lookupId }) => picked.filter((id) => id === lookupId).length);
  expect(times.reduce((sum, count) => sum + count, 0)).toBe(400 * sampleSize);
  // Twenty each on average, drawn the same every time.
  expect(Math.min(...times)).toBeGreaterThan(5);
  expect(Math.max(...times)).toBeLessThan(40);
});

test("a look that was asked about stays, with the reasons of then", () => {
  const keep = new Map([["look-a", [atRandom]]]);
  const asked = { ...usual, lookupId: "look-a", at: new Date("2026-11-23T08:00:00Z") };

  expect(chooseLooks([asked], { ...draw, keep })).toMatchObject([
    { lookupId: "look-a", reasons: [atRandom] },
  ]);
  expect(chooseLooks([asked], draw)).toEqual([]);
});
