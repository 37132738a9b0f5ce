import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { hideSmall, hideSmallInList } from "@/server/vocabulary/small-numbers";

const lists: readonly (readonly [
  what: string,
  numbers: readonly number[],
  shown: readonly (number | null)[],
])[] = [
  ["nothing", [], [0]],
  ["noughts", [0, 0], [0, 0, 0]],
  ["large numbers", [5, 6, 700], [5, 6, 700, 711]],
  ["one small number, with the smallest beside it", [3, 20, 10], [null, 20, null, 33]],
  ["one small number and noughts, with the sum", [3, 0, 0], [null, 0, 0, null]],
  ["two small numbers that are not small together", [3, 2, 10], [null, null, 10, 15]],
  ["two small numbers that are small together, with a third", [1, 2, 10, 30], [null, null, null, 30, 43]],
  ["a single small number, with its sum", [4], [null, null]],
  ["a single large number", [5], [5, 5]],
  ["small numbers alone that are small together, with the sum", [1, 2], [null, null, null]],
];
for (const [what, numbers, shown] of lists) {
  test(`of a list with its sum is hidden: ${what}`, () => {
    expect(hideSmallInList(numbers)).toEqual(shown);
  });
}

test("in a table a number is hidden along its row and its column", () => {
  expect(
    hideSmall([
      [2, 50, 60],
      [40, 30, 70],
      [80, 90, 95],
    ]),
  ).toEqual([
    [null, null, 60, 112],
    [null, null, 70, 140],
    [80, 90, 95, 265],
    [122, 170, 225, 517],
  ]);
});

test("a number between two parts of a table, which tell its share of them, has company", () => {
  const shown = hideSmall([
    [3, 3, 2, 10],
    [3, 3, 10, 10],
    [10, 10, 3, 3],
    [10, 10, 3, 3],
  ]);
  // Its row tells 8 with two others, and these 12 less 6 with theirs.
  expect(shown[0]?.[2]).toBeNull();
  expect(workedOut(shown)).toEqual([]);
});

/**
 * The hidden cells that follow from the sums, by elimination: each row and each column, its sum with it, is an equation. Those
 * whose reduced form has one unknown alone are known.
 */
function workedOut(shown: readonly (readonly (number | null)[])[]): string[] {
  const unknowns = shown.flatMap((row, at) =>
    row.flatMap((value, place) => (value === null ? [`${String(at)},${String(place)}`] : [])),
  );
  const lines = [
    ...shown.map((row, at) => row.map((_, place) => `${String(at)},${String(place)}`)),
    ...(shown[0] ?? []).map((_, place) => shown.map((__, at) => `${String(at)},${String(place)}`)),
  ];
  const matrix = lines.map((line) =>
    unknowns.map((cell) => (line.includes(cell) ? (cell === line.at(-1) ? -1 : 1) : 0)),
  );
  return reduced(matrix).flatMap((row) => {
    const [one, ...others] = unknowns.filter((_, at) => Math.abs(row[at] ?? 0) > 1e-9);
    return one !== undefined && others.length === 0 ? [one] : [];
  });
}

function reduced(matrix: number[][]): number[][] {
  let pivots = 0;
  for (let column = 0; column < (matrix[0]?.length ?? 0); column += 1) {
    const at = matrix.findIndex((row, place) => place >= pivots && Math.abs(row[column] ?? 0) > 1e-9);
    if (at === -1) continue;
    const [pivot = []] = matrix.splice(at, 1);
    const lead = pivot[column] ?? 1;
    const scaled = pivot.map((value) => value / lead);
    const cleared = matrix.map((row) =>
      row.map((value, place) => value - (row[column] ?? 0) * (scaled[place] ?? 0)),
    );
    matrix = [...cleared.slice(0, pivots), scaled, ...cleared.slice(pivots)];
    pivots += 1;
  }
  return matrix;
}

const anyTable = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 900 })), {
      minLength: width,
      maxLength: width,
    }),
    { minLength: 1, maxLength: 6 },
  ),
);

test("no small number is shown, none can be worked out, and what is shown is true", () => {
  fc.assert(
    fc.property(anyTable, (parts) => {
      const shown = hideSmall(parts);
      expect(workedOut(shown)).toEqual([]);
      const rows = [...shown];
      const columns = (shown[0] ?? []).map((_, place) => shown.map((row) => row[place] ?? null));
      for (const [at, row] of parts.entries()) {
        for (const [place, value] of row.entries()) expect([value, null]).toContain(shown[at]?.[place]);
      }
      for (const line of [...rows, ...columns]) {
        expect(line.filter((value) => value !== null && value > 0 && value < 5)).toEqual([]);
        expect(line.filter((value) => value === null)).not.toHaveLength(1);
        // The sum less what is shown is what is hidden: never a small number in all.
        const sum = line.at(-1) ?? null;
        const rest = (sum ?? 0) - line.slice(0, -1).reduce<number>((total, value) => total + (value ?? 0), 0);
        if (sum !== null) expect(rest === 0 || rest > 4).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
