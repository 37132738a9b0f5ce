import { expect, test } from "@playwright/test";
import fc from "fast-check";
import type { FileLine } from "@/server/domain/insight/file/file-table";
import { weeksToTell } from "@/server/domain/quality/lists-to-tell";
import { problemsToTell } from "@/server/domain/quality/problems-to-tell";
import { qualityLines } from "@/server/domain/quality/quality-lines";
import { isSmall } from "@/server/vocabulary/small-numbers";
import { trendWeeksOf } from "@/server/vocabulary/trend-weeks";
import { authorityWithoutLists, someFeed } from "@/test/support/authority-without-lists";
import { narrowNumbers, type Range, type Sum } from "@/test/support/narrow-numbers";

const now = new Date("2026-11-23T21:14:00Z");
const { starts } = trendWeeksOf(now);
const rows = 5_000;

const any = fc.oneof(fc.nat({ max: 6 }), fc.constant(0), fc.integer({ min: 5, max: 60 }));
const codesOfAll = fc.record({ unmatched: any, notLoaded: any, ofNeither: any });
/** In each table a row has what is wrong beside what of it does not agree and was not loaded, where one list is all there is. */
const sumsOfAll: readonly Sum[] = [
  { "Do not agree": 1, "that agree": 1, wrong: -1 },
  { "Not loaded": 1, "that were loaded": 1, wrong: -1 },
  { "Do not agree": 1, "Not loaded": 1, "of neither": 1, wrong: -1 },
];

test("no file of all lists tells a small number where each authority sent one list a week", () => {
  let areAllTold = 0;
  fc.assert(
    fc.property(fc.array(codesOfAll, { minLength: 2, maxLength: starts.length }), (ofWeeks) => {
      const lines = fileOfAll(ofWeeks);
      for (const place of ofWeeks.keys()) {
        for (const known of [knownOfWeek(lines, place), knownOfAuthority(lines, place)]) {
          areAllTold += known.size === 3 ? 1 : 0;
          const follows = [...narrowNumbers(known, sumsOfAll)].filter(
            ([, { low, high }]) => low === high && isSmall(low),
          );
          expect(follows).toEqual([]);
        }
      }
    }),
    { numRuns: 300, seed: 34 },
  );
  expect(areAllTold).toBeGreaterThan(100);
});

interface CodesOfAll {
  readonly unmatched: number;
  readonly notLoaded: number;
  readonly ofNeither: number;
}

/** A file of all in which each week, and each authority, has one list with these. */
function fileOfAll(codesOf: readonly CodesOfAll[]): readonly FileLine[] {
  const wrong = codesOf.map(({ unmatched, notLoaded, ofNeither }) => unmatched + notLoaded + ofNeither);
  const lists = codesOf.map(({ unmatched, notLoaded }) => ({ rows, loaded: rows - notLoaded, unmatched }));
  const weeks = wrong.map((open, place) => ({
    ...{ from: starts[place] ?? "", found: 0, mended: 0, daysToMend: null },
    open,
  }));
  const problems = { weeks, told: problemsToTell(weeks, false) };
  const authorities = lists.map((list, place) => ({
    ...authorityWithoutLists(String(place), now),
    newest: { ...list, feedId: someFeed, sequence: 1, receivedAt: now },
    openCount: wrong[place] ?? 0,
  }));
  return [
    ...qualityLines({
      ...{ asAt: now, workAge: { countedAt: now, isBehind: false }, isOfAll: true, mending: null },
      weeks: weeksToTell(
        lists.map((list, place) => ({ ...list, from: starts[place] ?? "", lists: codesOf.length })),
        problems,
      ),
      problems,
      authorities,
    }),
  ];
}

const knownOfWeek = (lines: readonly FileLine[], place: number) =>
  toldIn(lines, `seven days from ${starts[place] ?? ""}`, "Wrong at the end");
const knownOfAuthority = (lines: readonly FileLine[], place: number) =>
  toldIn(lines, String(place), "Number");

function toldIn(lines: readonly FileLine[], row: string, wrong: string): Map<string, Range> {
  const names = new Map([
    ["Do not agree", "Do not agree"],
    ["Not loaded", "Not loaded"],
    [wrong, "wrong"],
  ]);
  const known = new Map<string, Range>();
  for (const [, of, figure, number] of lines) {
    const name = names.get(figure);
    if (of === row && name !== undefined && number !== "hidden")
      known.set(name, { low: Number(number), high: Number(number) });
  }
  return known;
}
