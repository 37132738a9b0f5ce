import { expect, test } from "@playwright/test";
import fc from "fast-check";
import type { Uptake } from "@/server/domain/uptake/read-uptake";
import { uptakeLines } from "@/server/domain/uptake/uptake-lines";
import { weeksToTell } from "@/server/domain/uptake/weeks-to-tell";
import { hideSmallInList } from "@/server/vocabulary/small-numbers";

const noUptake: Uptake = {
  countedAt: new Date("2026-11-23T21:14:00Z"),
  isBehind: false,
  isOfAll: false,
  counted: "questions",
  predecessors: [],
  weeks: [],
  told: [],
  states: { silent: 0, quieter: 0, "as-usual": 0, "too-little": 0, unused: 0, followed: 0 },
  settings: [],
  trained: [],
  live: [],
};

const settingUse = (name: string, counts: readonly number[], usual: number | null) => ({
  settingId: name,
  name,
  organisationName: "Testshire",
  counts,
  lastOn: null,
  state: "as-usual" as const,
  usual,
});

test("a file tells of a setting neither a small number nor what is usual where that would tell of one", () => {
  const lines = fileOf({
    settings: [
      settingUse("Small", [3, 7, 9], 7),
      settingUse("Large", [90, 80, 85], 85),
      settingUse("Larger", [300, 310, 290], 300),
    ],
    others: [0, 0, 0],
  });

  expect(lines).toEqual(
    expect.arrayContaining([
      "Questions asked: Small, Testshire: seven days from 2026-11-02: hidden",
      "Questions asked: Small, Testshire: seven days from 2026-11-16: 9",
      "Questions asked: Small, Testshire: all weeks: 19",
      "Questions asked: all: seven days from 2026-11-02: 393",
      "Against its own past: Small, Testshire: Usual in seven days: hidden",
      "Against its own past: Larger, Testshire: Usual in seven days: 300",
    ]),
  );
});

test("what an operator's file does not name is in it as the rest", () => {
  const lines = fileOf({ settings: [settingUse("Quiet", [90, 80, 0], 85)], others: [10, 20, 30] });

  expect(lines).toEqual(
    expect.arrayContaining([
      "Questions asked: all other settings: all weeks: 60",
      "Questions asked: all: seven days from 2026-11-16: 30",
    ]),
  );
});

for (const [what, people, practised, shown] of [
  ["all are many", [30, 15, 15], [12, 6, 6], ["12", "6", "6"]],
  ["few of one have practised", [30, 15, 15], [8, 6, 2], ["hidden", "6", "hidden"]],
  ["all but few have", [30, 15, 15], [26, 13, 13], ["hidden", "hidden", "hidden"]],
  ["one setting is not counted", [30, 15, null], [15, 8, 0], ["hidden", "8", undefined]],
] as const) {
  test(`a file tells of no few people who have practised: ${what}`, () => {
    const trained = people.map((count, place) => ({
      organisationName: "Testshire",
      settingName: place === 0 ? null : `Setting ${String(place)}`,
      count: count === null ? null : { people: count, practised: practised[place] ?? 0 },
    }));
    const lines = [...uptakeLines({ ...noUptake, trained })].filter(
      ([, , figure]) => figure === "Have practised",
    );

    expect(people.map((_, place) => lines[place]?.[3])).toEqual(shown);
  });
}

test("the picture of the weeks leaves out what the file hides of them, and no more", () => {
  const counts = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 60 }));
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 4 }), counts, (settings, others) => {
      const use = useOf({
        settings: settings.map((own, at) => settingUse(`Setting ${String(at)}`, own, null)),
        others,
      });
      const all = [...uptakeLines({ ...noUptake, ...use })].filter(
        ([table, row, figure]) => table === "Questions asked" && row === "all" && figure !== "all weeks",
      );
      const inFile = all.map(([, , , number]) => (number === "hidden" ? null : Number(number)));

      expect(weeksToTell(use)).toEqual(inFile.length === 0 ? [0, 0, 0] : inFile);
    }),
  );
});

test("a week that the file hides for the sake of a setting is not in the picture either", () => {
  // The 3 needs another hidden beside it in its row; of that week there is nothing but its sum.
  const use = useOf({
    settings: [settingUse("One", [3, 10, 12], null), settingUse("Two", [50, 0, 0], null)],
    others: [0, 0, 0],
  });

  expect(hideSmallInList(use.weeks.map(({ count }) => count)).slice(0, 3)).toEqual([53, 10, 12]);
  expect(weeksToTell(use)).toEqual([53, null, null]);
});

/** The lines of three weeks of these settings, and of others that are not named. */
function fileOf(given: GivenUse) {
  return [...uptakeLines({ ...noUptake, ...useOf(given) })].map((line) => line.join(": "));
}

type GivenUse = Pick<Uptake, "settings"> & { readonly others: readonly number[] };

function useOf({ settings, others }: GivenUse): Pick<Uptake, "weeks" | "settings"> {
  const weeks = ["2026-11-02", "2026-11-09", "2026-11-16"].map((from, place) => ({
    from,
    count: settings.reduce((sum, { counts }) => sum + (counts[place] ?? 0), others[place] ?? 0),
  }));
  return { weeks, settings };
}
