import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { nhsCheckDigit, parseNhsNumber, type NhsNumberProblem } from "@/server/vocabulary/nhs-number";

const nbsp = "\u00A0";
const readAs9990000018 = [
  "9990000018",
  "999 000 0018",
  "999-000-0018",
  `999${nbsp}000${nbsp}0018`,
  "999\u2009000\u20090018",
  "999\u2013000\u20130018",
  "999.000.0018",
  "  9990000018\t\n",
  "NHS number: 999 000 0018",
  "NHS No. 999 000 0018",
  "９９９０００００１８",
];

for (const text of readAs9990000018) {
  test(`${JSON.stringify(text)} is read as 9990000018`, () => {
    expect(parseNhsNumber(text)).toEqual({ ok: true, nhsNumber: "9990000018" });
  });
}

const valid = [
  "9990000018",
  "9990000026",
  "9990000034",
  "9990000042",
  "9990548609",
  "4000000004",
  "7999999989",
];

for (const number of valid) {
  test(`${number} is a number that can be looked up`, () => {
    expect(parseNhsNumber(number)).toEqual({ ok: true, nhsNumber: number });
  });
}

const refused: readonly (readonly [text: string, problem: NhsNumberProblem, words: string])[] = [
  ["", "empty", "Enter the 10 digits"],
  [" - ", "empty", "Enter the 10 digits"],
  ["999000001", "too-short", "10 digits needed, 9 so far"],
  ["99900000180", "too-long", "10 digits needed, this has 11"],
  ["9990000019", "check-digit", "fails its check"],
  ["9990000108", "check-digit", "fails its check"],
  ["999000001X", "not-digits", "digits only"],
  ["9.99E+09", "not-digits", "digits only"],
  ["٩٩٩٠٠٠٠٠١٨", "not-digits", "digits only"],
  [
    "0101701233",
    "scottish",
    "This is a Scottish number (CHI). CP-IS covers England only: ring the local authority.",
  ],
  ["3200000015", "northern-irish", "This is a Northern Irish number (H&C)."],
  ["8000000024", "irish", "This is an Irish number (IHI)."],
  ["0000000000", "not-issued", "No NHS number begins with these digits"],
  ["5000000005", "not-issued", "No NHS number begins with these digits"],
  ["QQ123456C", "not-digits", "digits only"],
  ["AB123456C", "national-insurance-number", "National Insurance number"],
];

for (const [text, problem, words] of refused) {
  test(`${JSON.stringify(text)} is refused as ${problem}, in plain words`, () => {
    expect(parseNhsNumber(text)).toEqual({ ok: false, problem, message: expect.stringContaining(words) });
  });
}

const nineDigits = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, "0"));
const fullNumber = nineDigits
  .map((nine) => `${nine}${nhsCheckDigit(nine) ?? ""}`)
  .filter((number) => number.length === 10);

/** Says nothing about countries: a number of Scotland passes the check as well. */
function passesCheck(number: string): boolean {
  const parsed = parseNhsNumber(number);
  return parsed.ok || parsed.problem !== "check-digit";
}

test("nine digits have exactly one check digit, or none where modulus 11 gives 10", () => {
  fc.assert(
    fc.property(nineDigits, (nine) => {
      const passing = [...Array(10).keys()].filter((digit) => passesCheck(`${nine}${digit}`));
      const own = nhsCheckDigit(nine);

      expect(passing).toEqual(own === undefined ? [] : [own]);
    }),
  );
});

test("any one digit typed wrong is caught", () => {
  fc.assert(
    fc.property(fullNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      const digits = [...number];
      digits[place] = String((Number(digits[place]) + shift) % 10);

      expect(passesCheck(digits.join(""))).toBe(false);
    }),
  );
});

test("any two neighbouring digits swapped are caught", () => {
  fc.assert(
    fc.property(fullNumber, fc.nat(8), (number, place) => {
      const digits = [...number];
      fc.pre(digits[place] !== digits[place + 1]);
      digits.splice(place, 2, digits[place + 1] ?? "", digits[place] ?? "");

      expect(passesCheck(digits.join(""))).toBe(false);
    }),
  );
});

test("spaces, dashes and no-break spaces between the digits change nothing", () => {
  const separator = fc.constantFrom("", " ", "-", nbsp, "\u2013", "  ", ".");
  fc.assert(
    fc.property(fullNumber, fc.array(separator, { minLength: 10, maxLength: 10 }), (number, separators) => {
      const typed = [...number].map((digit, place) => `${digit}${separators[place] ?? ""}`).join("");

      expect(parseNhsNumber(typed)).toEqual(parseNhsNumber(number));
    }),
  );
});

test("whatever is typed, the reading of it never throws and never repeats it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 12 }), (text) => {
      const parsed = parseNhsNumber(text);

      expect(parsed.ok || !parsed.message.includes(text)).toBe(true);
    }),
  );
});
