import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { nhsCheckDigit, parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { numberSlips, slipInWords } from "@/server/vocabulary/number-slip";

const nineDigits = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, "0"));
const anyNhsNumber = nineDigits
  .map((nine) => `${nine}${nhsCheckDigit(nine) ?? ""}`)
  .filter((number) => parseNhsNumber(number).ok);

const slips: readonly (readonly [digits: string, words: string])[] = [
  ["9990000108", "Look again at the 8th and 9th digits (1 0: swapped?)"],
  ["9990000081", "Look again at the 9th and 10th digits (8 1: swapped?)"],
  ["9990000012", "If one digit is wrong, look first at the 2nd (9), or the 7th (0), or the 9th (1)."],
  ["9990000015", "Compare every digit with what is written."],
  ["1234567890", "Compare every digit with what is written."],
];

for (const [digits, words] of slips) {
  test(`${digits} is answered with "${words}"`, () => {
    expect(slipInWords(digits)).toContain(words);
  });
}

test("two neighbours that were swapped are always among the places to look at", () => {
  fc.assert(
    fc.property(anyNhsNumber, fc.nat(8), (number, place) => {
      const digits = [...number];
      fc.pre(digits[place] !== digits[place + 1]);
      digits.splice(place, 2, digits[place + 1] ?? "", digits[place] ?? "");

      expect(numberSlips(digits.join(""))).toContainEqual({ kind: "swapped", place: place + 1 });
    }),
  );
});

test("a key beside the right one is always among the places to look at", () => {
  const beside = [
    ["1", "2"],
    ["2", "5"],
    ["4", "7"],
    ["5", "6"],
    ["6", "9"],
    ["8", "0"],
  ] as const;
  fc.assert(
    fc.property(anyNhsNumber, fc.nat(9), fc.constantFrom(...beside), (number, place, [right, pressed]) => {
      fc.pre(number[place] === right);
      const typed = number.slice(0, place) + pressed + number.slice(place + 1);

      expect(numberSlips(typed)).toContainEqual({ kind: "wrong-digit", place: place + 1 });
    }),
  );
});

test("a number that is right, unfinished or not digits has no slips", () => {
  for (const text of ["9990000018", "999000001", "", "abc", "99900000180"])
    expect(numberSlips(text)).toEqual([]);
});
