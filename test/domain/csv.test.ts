import { expect, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { plainCell, writeCsv } from "@/server/vocabulary/csv";

const awkward = ["=", "+", "-", "@", "'", '"', ",", ";", "\t", "\r", "\n", " ", "a", "1", "\u{feff}"];

/** Anything that text can be, and often what is awkward in a table. */
const anyCell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...awkward), maxLength: 8 }),
);
const anyTable = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

test("what is written is read back as it was given, by a reader that trims and skips empty lines", () => {
  fc.assert(
    fc.property(anyTable, fc.boolean(), ([header = [], ...rows], byteOrderMark) => {
      expect(read(writeCsv(header, rows, { byteOrderMark }))).toEqual([header, ...rows]);
    }),
    { numRuns: 1_000 },
  );
});

test("no cell of a file begins with what a spreadsheet takes for a formula", () => {
  fc.assert(
    fc.property(anyTable, ([header = [], ...rows]) => {
      const cells = parseCells(writeCsv(header, rows)).flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("lines end as the standard says, and only what has to be is quoted", () => {
  const text = writeCsv(
    ["name", "note"],
    [
      ["Zoë", 'said "no", twice'],
      ["O’Neill", ""],
    ],
  );

  expect(text).toBe('name,note\r\nZoë,"said ""no"", twice"\r\nO’Neill,\r\n');
});

test("a byte-order mark comes first where it is asked for, and nowhere else", () => {
  expect(writeCsv(["a"], [], { byteOrderMark: true })).toBe("\u{feff}a\r\n");
  expect(writeCsv(["a"], [])).toBe("a\r\n");
});

const guards: readonly (readonly [given: string, written: string])[] = [
  ["=1+1", "'=1+1"],
  ["+44 113 496 0000", "'+44 113 496 0000"],
  ["-", "'-"],
  ["@here", "'@here"],
  ["\tindented", "'\tindented"],
  ["'=quoted", "''=quoted"],
  ["'t Hooft", "'t Hooft"],
  ["Smith-Jones", "Smith-Jones"],
  ["", '""'],
];

for (const [given, written] of guards) {
  test(`the cell ${JSON.stringify(given)} is written as ${JSON.stringify(written)} and read as it was`, () => {
    expect(writeCsv(["a"], [[given]])).toBe(`a\r\n${written}\r\n`);
    expect(read(writeCsv(["a"], [[given]]))).toEqual([["a"], [given]]);
  });
}

function read(text: string): string[][] {
  return parseCells(text).map((cells) => cells.map(plainCell));
}

/** As lists are read: trimmed outside quotation marks, empty lines skipped. */
function parseCells(text: string): string[][] {
  return parse(text, { bom: true, trim: true, skip_empty_lines: true });
}
