import { expect, test } from "@playwright/test";
import { readScan } from "@/server/vocabulary/scan";
import { readWristband, type BandDoubt, type CodeProblem } from "@/server/vocabulary/wristband";
import { bandText, groupSeparator, gsrn } from "@/test/support/band-text";

const wholeBand = bandText({ nhsNumber: "9990000018" });
const wren = {
  familyName: "WREN",
  givenName: "Isla",
  dateOfBirth: "2021-03-09",
  hospitalCode: "RX1",
};

for (const [payload, nhsNumber] of [
  ["8018505089899900000183", "9990000018"],
  ["8018505089899900000268", "9990000026"],
  ["8018505089899900000343", "9990000034"],
  ["8018505089899905486098", "9990548609"],
] as const) {
  test(`${payload} is the band of ${nhsNumber}, and its own check digit is right`, () => {
    expect(payload).toBe(`8018${gsrn(nhsNumber)}`);
    expect(readWristband(payload)).toEqual({ kind: "number", nhsNumber, says: {} });
  });
}

const wholeBands: readonly (readonly [what: string, text: string])[] = [
  ["with separators", wholeBand],
  ["with the identifier of a GS1 DataMatrix", `]d2${wholeBand}`],
  ["with the identifier of a GS1-128", `]C1${wholeBand}`],
  ["with a lower-case symbology identifier", `]c1${wholeBand}`],
  ["with a separator at the front", groupSeparator + wholeBand],
  ["with separators drawn as signs", wholeBand.replaceAll(groupSeparator, "\u241D")],
  ["with separators written out", wholeBand.replaceAll(groupSeparator, "<GS>")],
  ["with the separators dropped", wholeBand.replaceAll(groupSeparator, "")],
  [
    "with brackets around the identifiers",
    wholeBand.replace(/^8018/, "(8018)").replaceAll(/\u001D(9\d)/g, "($1)"),
  ],
  ["with other white space around it", `  ${wholeBand}\r\n`],
  ["in wide digits", wholeBand.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
];

for (const [what, text] of wholeBands) {
  test(`a band ${what} gives the number, the name, the date of birth and the hospital`, () => {
    expect(readWristband(text)).toEqual({ kind: "number", nhsNumber: "9990000018", says: wren });
  });
}

test("a band in lower case gives the same number and its names as they stand", () => {
  expect(readWristband(wholeBand.toLowerCase())).toMatchObject({
    nhsNumber: "9990000018",
    says: { familyName: "wren", givenName: "isla", dateOfBirth: "2021-03-09", hospitalCode: "RX1" },
  });
});

const people: readonly (readonly [string, Parameters<typeof bandText>[0], object])[] = [
  [
    "a newborn with a time of birth",
    { nhsNumber: "9990000018", born: "1-feb-2026", time: "04:10" },
    { dateOfBirth: "2026-02-01", timeOfBirth: "04:10" },
  ],
  [
    "a month written out",
    { nhsNumber: "9990000018", born: "21-September-2019" },
    { dateOfBirth: "2019-09-21" },
  ],
  ["slashes in the date", { nhsNumber: "9990000018", born: "05/11/2019" }, { dateOfBirth: "2019-11-05" }],
  [
    "a name with an apostrophe",
    { nhsNumber: "9990000018", familyName: "O’HARA-FINCH" },
    { familyName: "O’HARA-FINCH" },
  ],
  [
    "a hospital number that looks like an element",
    { nhsNumber: "9990000018", hospitalNumber: "93A12" },
    { familyName: "WREN" },
  ],
];

for (const [what, band, says] of people) {
  test(`a band with ${what} is read, with and without separators`, () => {
    expect(readWristband(bandText(band))).toMatchObject({ nhsNumber: "9990000018", says });
    expect(readWristband(bandText(band).replaceAll(groupSeparator, ""))).toMatchObject({ says });
  });
}

for (const born of ["31-Feb-2020", "00-Jan-2020", "12-Xyz-2020", "yesterday", ""]) {
  test(`a band born on ${JSON.stringify(born)} gives the number and no date of birth`, () => {
    const read = readWristband(bandText({ nhsNumber: "9990000018", born }));

    expect(read).toMatchObject({ kind: "number", nhsNumber: "9990000018" });
    expect(read).not.toHaveProperty("says.dateOfBirth");
  });
}

const doubtful: readonly (readonly [what: string, text: string, doubt: BandDoubt])[] = [
  ["a wrong check digit of the band", "8018505089899900000184", "check-digit-wrong"],
  [
    "a wrong check digit of the band and a name",
    wholeBand.replace("99900000183", "99900000187"),
    "check-digit-wrong",
  ],
  ["no check digit", "801850508989990000018", "check-digit-missing"],
  ["no check digit and a hospital", "80185050898999000001891RX1,H104423,", "check-digit-missing"],
  [
    "no check digit and a name",
    `801850508989990000018${groupSeparator}93WREN,Isla,09-Mar-2021,`,
    "check-digit-missing",
  ],
  ["nothing but the number", "9990000018", "number-only"],
  ["nothing but the number, grouped", "999 000 0018", "number-only"],
  ["nothing but the number, with dashes", "999-000-0018", "number-only"],
  ["the number and a label", "NHS No: 999 000 0018", "number-only"],
  ["an address that names it", "https://example.nhs.uk/patient?nhsNumber=9990000018&x=1", "number-only"],
  [
    "an address with spaces written out",
    "https://example.nhs.uk/?nhs_number=999%20000%200018",
    "number-only",
  ],
  ["an identifier of demographics", "https://fhir.nhs.uk/Id/nhs-number|9990000018", "number-only"],
  ["a sentence that names it", "Born 2021. NHS number 999 000 0018, ward 7", "number-only"],
];

for (const [what, text, doubt] of doubtful) {
  test(`a code with ${what} gives the number and asks to compare it`, () => {
    expect(readWristband(text)).toMatchObject({ kind: "number", nhsNumber: "9990000018", doubt });
  });
}

for (const sign of ["|", " | ", "±", "Â±"]) {
  test(`a band with ${JSON.stringify(sign)} between its fields gives the number that the name follows`, () => {
    const text = ["9990000026", "999 000 0018", "WREN", "Isla", "09/03/2021", "F"].join(sign);

    expect(readWristband(text)).toEqual({
      kind: "number",
      nhsNumber: "9990000018",
      says: { familyName: "WREN", givenName: "Isla", dateOfBirth: "2021-03-09" },
    });
  });
}

const refused: readonly (readonly [what: string, text: string, kind: CodeProblem, words: string])[] = [
  ["a prescription", "C86DF7-A83008-7F5D7U", "prescription", "This is a prescription"],
  ["a prescription without dashes", "C86DF7A830087F5D7U", "prescription", "This is a prescription"],
  ["a long prescription", "5c1f7b2e-3a64-4f0e-9a55-0d7a1c22f4b1K", "prescription", "This is a prescription"],
  ["the band of another country", "8018931234500000000072", "other-band", "not of the NHS in England"],
  ["a pack of medicine", "010501234567890017261231", "product", "code of a product"],
  ["a Scottish number", "0101701233", "other-country", "Scottish number (CHI)"],
  [
    "a Northern Irish number on a band",
    `8018${gsrn("3200000015")}`,
    "other-country",
    "Northern Irish number (H&C)",
  ],
  [
    "a band whose number fails its check",
    `8018${gsrn("9990000108")}`,
    "check-fails",
    "the 8th and 9th digits (1 0: swapped?)",
  ],
  ["ten digits that fail the check", "9990000019", "check-fails", "the hospital’s own number"],
  [
    "two numbers",
    `8018${gsrn("9990000018")}${groupSeparator}8018${gsrn("9990000026")}`,
    "two-numbers",
    "names two NHS numbers",
  ],
  ["two labelled numbers", "NHS 9990000018 / NHS 9990000026", "two-numbers", "names two NHS numbers"],
  ["a number that nothing names", "WREN Isla 9990000018", "no-number", "carries no NHS number"],
  ["a hospital's own number", "H104423", "no-number", "carries no NHS number"],
  ["nothing", "", "no-number", "carries no NHS number"],
];

for (const [what, text, kind, words] of refused) {
  test(`a code with ${what} is refused as ${kind}, in plain words`, () => {
    expect(readWristband(text)).toMatchObject({ kind, message: expect.stringContaining(words) });
  });
}

test("two codes of one person in one picture are one number, and the one that says more speaks", () => {
  expect(readScan(["9990000018", wholeBand, "H104423"])).toMatchObject({
    kind: "number",
    found: { nhsNumber: "9990000018", says: wren },
  });
});

test("codes of two people in one picture are never decided between", () => {
  const scan = readScan([wholeBand, `8018${gsrn("9990000026")}`]);

  expect(scan).toMatchObject({
    kind: "several",
    found: [{ nhsNumber: "9990000018" }, { nhsNumber: "9990000026" }],
  });
});

test("beside a code without a number, the one that can be explained is explained", () => {
  expect(readScan(["H104423", "C86DF7-A83008-7F5D7U"])).toMatchObject({
    kind: "refused",
    problem: "prescription",
  });
  expect(readScan([])).toEqual({ kind: "nothing" });
});
