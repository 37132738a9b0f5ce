import { expect, test } from "@playwright/test";
import { sourceOf } from "@/server/domain/register/feed-file/feed-source";
import { readFeed, type ReadableFeed } from "@/server/domain/register/feed-file/read-feed";
import { feedFixture, makeFeedFile } from "@/test/support/make-feed";

const today = "2026-11-23";

async function readable(bytes: Uint8Array): Promise<ReadableFeed> {
  const reading = await readFeed(sourceOf(bytes), { today });
  if (!reading.ok) throw new Error(reading.message);
  return reading;
}

function fixture(name: string): Promise<ReadableFeed> {
  return readable(feedFixture(name));
}

/** "row 2, nhs_number, CPR04: …" */
function problemsOf(reading: ReadableFeed): string[] {
  return reading.problems.map(
    ({ rowNumber, column, rowAnswer, message }) =>
      `row ${rowNumber}, ${column || "-"}, ${rowAnswer}: ${message}`,
  );
}

test("a good list is read row by row", async () => {
  const { rows, problems, rowCount } = await fixture("valid.csv");

  expect(problems).toEqual([]);
  expect(rowCount).toBe(4);
  expect(rows[2]).toEqual({
    rowNumber: 4,
    nhsNumber: "9990000034",
    familyName: "Specimen",
    givenNames: "Sam",
    dateOfBirth: "1998-07-14",
    localId: "case-3",
    kind: "unborn",
    startOn: "2026-09-01",
    endOn: null,
    deletedOn: null,
    dueOn: "2027-01-15",
  });
});

for (const name of ["with-bom.csv", "classic-mac-line-ends.csv"]) {
  test(`${name} says the same as a plain list`, async () => {
    const plain = (await fixture("valid.csv")).rows.slice(0, 2);

    expect((await fixture(name)).rows).toEqual(plain);
  });
}

for (const name of ["utf-16.csv", "utf-16-big-endian.csv", "windows-1252.csv"]) {
  test(`${name} keeps the accents of a name`, async () => {
    const [row] = (await fixture(name)).rows;

    expect(row).toMatchObject({ familyName: "Exämple-Señor", givenNames: "Zoë" });
  });
}

test("a list that is not UTF-8 carries a note to check its accents", async () => {
  expect((await fixture("windows-1252.csv")).notes).toEqual([expect.stringContaining("Windows-1252")]);
});

test("right-to-left names are kept", async () => {
  expect((await fixture("right-to-left-names.csv")).rows.map(({ familyName }) => familyName)).toEqual([
    "دليل",
    "דוגמה",
  ]);
});

test("quoted commas and line breaks belong to their cell, and blank rows count as rows of the spreadsheet", async () => {
  const [quoted, next] = (await fixture("quoted-commas-and-line-breaks.csv")).rows;

  expect(quoted).toMatchObject({
    familyName: "Example, of York",
    givenNames: "Robin\nLee",
    localId: 'case "1"',
  });
  expect(next).toMatchObject({ rowNumber: 4, nhsNumber: "9990000026" });
});

test("columns may stand in any order, headed as people write them; unknown ones are ignored with a note", async () => {
  const { rows, notes } = await fixture("columns-in-another-order.csv");

  expect(rows).toMatchObject([{ nhsNumber: "9990000018", dateOfBirth: "2019-04-02", startOn: "2026-01-05" }]);
  expect(notes).toEqual(["Columns that Lantern does not know were ignored: social_worker."]);
});

test("numbers with spaces, dashes and a spreadsheet's quotation are taken", async () => {
  const { rows, problems } = await fixture("spaced-and-dashed-numbers.csv");

  expect(problems).toEqual([]);
  expect(rows.map(({ nhsNumber }) => nhsNumber)).toEqual(["9990000018", "9990000026", "9990000034"]);
});

const unreadable = {
  "empty.csv": "The file is empty.",
  "binary.csv": "This is not a CSV file: it holds bytes that are no text.",
  "workbook.csv": "This is a workbook, not a CSV file. In the spreadsheet choose Save as, then CSV UTF-8.",
  "missing-column.csv": "A column is missing in the first row: end_date.",
  "duplicate-header.csv": "A column appears twice in the first row: end_date. Keep one of them.",
  "truncated-in-quoted-cell.csv":
    "The file breaks off inside a quoted cell: a quotation mark is opened and never closed. Export the file again.",
};

for (const [name, message] of Object.entries(unreadable)) {
  test(`${name} is refused as a whole, and said why`, async () => {
    expect(await readFeed(sourceOf(feedFixture(name)), { today })).toMatchObject({ ok: false, message });
  });
}

test("a list with a header and nothing else is a list of no rows", async () => {
  expect(await fixture("header-only.csv")).toMatchObject({ rowCount: 0, rows: [], problems: [] });
});

const badRows = {
  "wrong-check-digit.csv": [
    "row 3, nhs_number, CPR04: The number fails its check: at least one digit is wrong.",
  ],
  "lost-leading-zeros.csv": [
    "row 2, nhs_number, CPR04: There are fewer than ten digits. A spreadsheet may have taken off zeros at the front: format the column as text and enter the number again.",
  ],
  "scientific-notation.csv": [
    "row 2, nhs_number, CPR04: A spreadsheet has turned the number into 9.99E+09 and its last digits are lost. Format the column as text and enter the number again.",
  ],
  "scottish-number.csv": [
    "row 2, nhs_number, CPR04: This is a Scottish number (CHI). The list takes NHS numbers of England and Wales only.",
  ],
  "truncated-in-row.csv": ["row 3, -, CPR07: This row does not have as many cells as the first row."],
  "unknown-plan-type.csv": ["row 2, plan_type, CPR07: The plan type is CPP, LAC or UCPP."],
  "unborn-without-due-date.csv": [
    "row 2, due_date, CPR07: A UCPP row needs the date on which the child is due.",
  ],
  "missing-cells.csv": [
    "row 2, nhs_number, CPR04: The NHS number is missing.",
    "row 2, family_name, CPR07: The name is missing.",
    "row 2, given_names, CPR07: The name is missing.",
    "row 2, date_of_birth, CPR07: The date is missing.",
    "row 2, plan_type, CPR07: The plan type is CPP, LAC or UCPP.",
    "row 2, start_date, CPR07: The date is missing.",
  ],
  "impossible-dates.csv": [
    "row 2, end_date, CPR07: The plan ended before it started.",
    "row 3, date_of_birth, CPR07: There is no such day in the calendar.",
    "row 4, due_date, CPR07: Write the year with four digits.",
    "row 5, start_date, CPR07: Day and month are the wrong way round. Write DD/MM/YYYY.",
    "row 6, date_of_birth, CPR07: This is a spreadsheet's own number for a date. Format the column as a date, YYYY-MM-DD.",
  ],
  "duplicate-plan.csv": [
    "row 2, -, CPR07: The same plan is also in row 4: same person, same plan type, overlapping dates. Keep one.",
    "row 4, -, CPR07: The same plan is also in row 2: same person, same plan type, overlapping dates. Keep one.",
  ],
  "one-number-two-names.csv": [
    "row 2, nhs_number, CPR07: This NHS number has another name or date of birth in row 3.",
    "row 3, nhs_number, CPR07: This NHS number has another name or date of birth in row 2.",
  ],
};

for (const [name, problems] of Object.entries(badRows)) {
  test(`${name} names each problem by row, column and what is wrong`, async () => {
    expect(problemsOf(await fixture(name))).toEqual(problems);
  });
}

test("a problem shows the value as it stands in the file", async () => {
  const [problem] = (await fixture("wrong-check-digit.csv")).problems;

  expect(problem?.value).toBe("9990000027");
});

test("good rows stay good beside bad ones", async () => {
  const { rows, rejected } = await fixture("wrong-check-digit.csv");

  expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([2]);
  expect(rejected).toHaveLength(1);
});

test("one person with two kinds of plan is two good rows, under one spelling", async () => {
  const { rows, problems } = await fixture("two-kinds-of-plan.csv");

  expect(problems).toEqual([]);
  expect(rows.map(({ kind, familyName }) => `${kind} ${familyName}`)).toEqual([
    "child-protection Example",
    "looked-after Example",
  ]);
});

test("a plan may start on the day on which the one before it ended", async () => {
  expect((await fixture("plan-after-plan.csv")).problems).toEqual([]);
});

test("a plan entered in error may stand beside the right one", async () => {
  const rows = [{ delete_date: "2026-02-01" }, { start_date: "2026-01-06" }];

  expect((await readable(makeFeedFile(rows))).problems).toEqual([]);
});

test("a plan that starts tomorrow is sent tomorrow", async () => {
  const reading = await readable(makeFeedFile([{ start_date: "2026-11-24" }]));

  expect(problemsOf(reading)).toEqual([
    "row 2, start_date, CPR07: The plan starts in the future. Send it from that day on.",
  ]);
});

test("a due date that is left on a child's row does not reject the child", async () => {
  const [row] = (await readable(makeFeedFile([{ due_date: "2019-04-01" }]))).rows;

  expect(row).toMatchObject({ kind: "child-protection", dueOn: null });
});

test("ten thousand rows of one number are told in moments", async () => {
  const same = Array.from({ length: 10_000 }, () => ({}));

  const { problems, rows } = await readable(makeFeedFile(same));

  expect(rows).toEqual([]);
  expect(problems).toHaveLength(10_000);
  expect(problems[0]?.message).toContain("rows 3, 4, 5, 6, 7 and others");
});

test("a million blank rows below the last one change nothing", async () => {
  const padded = Buffer.concat([
    feedFixture("valid.csv"),
    Buffer.from("\r\n".repeat(1_000_000) + ",,,,,,,,,\r\n".repeat(1_000)),
  ]);

  expect((await readable(padded)).rows).toEqual((await fixture("valid.csv")).rows);
});

test("a file of more rows than any authority has is refused", async () => {
  const endless = Buffer.concat([feedFixture("header-only.csv"), Buffer.from("1\n".repeat(100_001))]);

  expect(await readFeed(sourceOf(endless), { today })).toMatchObject({
    ok: false,
    message: "The file has more than 100000 rows: no authority's list is that long.",
  });
});

test("a file whose first row is blank is refused", async () => {
  const late = Buffer.concat([Buffer.from("\n"), feedFixture("valid.csv")]);

  expect(await readFeed(sourceOf(late), { today })).toMatchObject({
    ok: false,
    message: "The first row is empty. It holds the names of the columns.",
  });
});
