import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { listsToTell } from "@/server/domain/quality/lists-to-tell";
import { problemsToTell } from "@/server/domain/quality/problems-to-tell";
import { qualityLines } from "@/server/domain/quality/quality-lines";
import type { DataQuality } from "@/server/domain/quality/read-data-quality";
import type { ProblemWeek } from "@/server/domain/quality/read-problem-weeks";
import { isSmall } from "@/server/vocabulary/small-numbers";
import { trendWeeksOf } from "@/server/vocabulary/trend-weeks";
import { authorityWithoutLists, someFeed } from "@/test/support/authority-without-lists";
import { narrowNumbers, type Range, type Sum } from "@/test/support/narrow-numbers";

const now = new Date("2026-11-23T21:14:00Z");
const { starts, bounds } = trendWeeksOf(now);
const last = starts.length - 1;
const rows = 5_000;

/** Those of rows that do not agree, those of rows that are not loaded, and one of neither. */
const codes = ["CPR01", "CPR03", "CPR05", "CPR06", "CPR07"] as const;

interface Change {
  readonly found: number;
  readonly mended: number;
  /** How what is left at the end divides among the codes, in hundreds. */
  readonly shares: readonly number[];
}

const many = fc.oneof(fc.constant(0), fc.integer({ min: 5, max: 60 }));
const any = fc.oneof(fc.nat({ max: 6 }), many);
const pastOf = (count: fc.Arbitrary<number>) =>
  fc.record({
    before: any,
    changes: fc.array(
      fc.record({
        found: count,
        mended: count,
        shares: fc.array(fc.nat({ max: 100 }), { minLength: codes.length - 1, maxLength: codes.length - 1 }),
      }),
      { minLength: starts.length, maxLength: starts.length },
    ),
  });
const hardlyAny = fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, any);
const past = fc.oneof(pastOf(any), pastOf(many), pastOf(hardlyAny));

/** Weeks that follow from each other: no more is mended than there is. */
function weeksOf(before: number, changes: readonly Change[]): readonly ProblemWeek[] {
  let open = before;
  return changes.map(({ found, mended: wanted }, place) => {
    const mended = Math.min(wanted, open + found);
    open += found - mended;
    return { from: starts[place] ?? "", found, mended, open, daysToMend: mended === 0 ? null : 3 };
  });
}

/** So many of each code; together all that is open. */
function divided(open: number, shares: readonly number[]): readonly number[] {
  let left = open;
  const parts = shares.map((share) => {
    const part = Math.floor((left * share) / 100);
    left -= part;
    return part;
  });
  return [...parts, left];
}

/** A file of one authority, with a list at the end of each week; and where it shows each number that it could tell. */
function fileOf(weeks: readonly ProblemWeek[], changes: readonly Change[]) {
  const byWeek = weeks.map(({ open }, place) => divided(open, changes[place]?.shares ?? []));
  const lists = byWeek.map(([one = 0, two = 0, three = 0, four = 0], place) => ({
    feedId: someFeed,
    sequence: place,
    receivedAt: place === last ? now : new Date((bounds[place + 1]?.getTime() ?? 0) - 3_600_000),
    rows,
    loaded: rows - three - four,
    unmatched: one + two,
  }));
  const byCode = codes.map((rowAnswer, place) => ({ rowAnswer, count: byWeek[last]?.[place] ?? 0 }));
  const problems = { weeks, told: problemsToTell(weeks, true) };
  const mendedCount = weeks.reduce((sum, { mended }) => sum + mended, 0);
  const authority = {
    ...authorityWithoutLists("Testshire", now),
    newest: lists[last] ?? null,
    openCount: weeks[last]?.open ?? 0,
    daysToMend: mendedCount === 0 ? null : 3,
    mendedCount,
    byCode: byCode.filter(({ count }) => count > 0),
    lists: listsToTell(lists, { byCode: byCode.filter(({ count }) => count > 0), problems }),
    problems,
  };
  const quality: DataQuality = {
    ...{ asAt: now, workAge: { countedAt: now, isBehind: false }, isOfAll: false, weeks: [], mending: null },
    problems: { weeks: [], told: [] },
    authorities: [authority],
  };
  return [...qualityLines(quality)];
}

/** What a line counts, by the name that it has in the sums. */
function nameOf([table, row, figure]: readonly [string, string, string, string]): string {
  if (table.startsWith("Wrong today")) return `wrong ${row.slice(0, 5)}`;
  const place = table.startsWith("Lists") ? /number (\d+)/.exec(row)?.[1] : starts.indexOf(row.slice(-10));
  return table === "Time to mend" ? figure : `${figure} ${String(place)}`;
}

/** What the lines say; the median of few is hidden, of none empty. A code that has no line is the code of nothing. */
function knownFrom(lines: ReturnType<typeof fileOf>): Map<string, Range> {
  const missing = codes
    .map((code) => `wrong ${code}`)
    .filter((name) => !lines.some((line) => nameOf(line) === name));
  const known = new Map<string, Range>(missing.map((name) => [name, { low: 0, high: 0 }]));
  for (const line of lines) {
    const [name, number] = [nameOf(line), line[3]];
    if (number === "hidden") continue;
    const mended = name.replace(
      "Days to mend, median",
      line[0] === "Time to mend" ? "Mended in 91 days" : "Mended",
    );
    if (mended === name) known.set(name, { low: Number(number), high: Number(number) });
    else if (!known.has(mended))
      known.set(mended, number === "" ? { low: 0, high: 0 } : { low: 5, high: Infinity });
  }
  return known;
}

const sums: readonly Sum[] = [
  Object.fromEntries([
    ["Mended in 91 days", -1],
    ...starts.map((_, place) => [`Mended ${String(place)}`, 1]),
  ]) as Sum,
  { "wrong CPR01": 1, "wrong CPR03": 1, [`Do not agree ${String(last)}`]: -1 },
  { "wrong CPR05": 1, "wrong CPR06": 1, [`Not loaded ${String(last)}`]: -1 },
  { ...Object.fromEntries(codes.map((code) => [`wrong ${code}`, 1])), "wrong all": -1 },
  { "wrong all": 1, [`Wrong at the end ${String(last)}`]: -1 },
  ...starts.flatMap((_, at): Sum[] => {
    const [place, before] = [String(at), String(at - 1)];
    const open = `Wrong at the end ${place}`;
    return [
      { [`Wrong at the end ${before}`]: 1, [`Newly wrong ${place}`]: 1, [`Mended ${place}`]: -1, [open]: -1 },
      { [`Agree with demographics ${place}`]: 1, [`Do not agree ${place}`]: 1, [`Rows ${place}`]: -1 },
      { [`Loaded ${place}`]: 1, [`Not loaded ${place}`]: 1, [`Rows ${place}`]: -1 },
      { [`Do not agree ${place}`]: 1, [`of other codes ${place}`]: 1, [open]: -1 },
      { [`Not loaded ${place}`]: 1, [`of codes that load ${place}`]: 1, [open]: -1 },
    ];
  }),
];

test("no file of one's own lists tells a small number, nor what it could be worked out from", () => {
  let areChangesTold = 0;
  fc.assert(
    fc.property(past, ({ before, changes }) => {
      const lines = fileOf(weeksOf(before, changes), changes);
      const known = knownFrom(lines);
      areChangesTold += known.has("Newly wrong 0") ? 1 : 0;
      const follows = [...narrowNumbers(known, sums)].filter(
        ([, { low, high }]) => low === high && isSmall(low),
      );
      expect(follows).toEqual([]);
    }),
    { numRuns: 300, seed: 33 },
  );
  expect(areChangesTold).toBeGreaterThan(10);
});
