import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { nhsCheckDigit, parseNhsNumber } from "@/server/vocabulary/nhs-number";
import { readWristband } from "@/server/vocabulary/wristband";
import { bandText, groupSeparator, gsrn } from "@/test/support/band-text";

const nineDigits = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, "0"));
const anyNhsNumber = nineDigits
  .map((nine) => `${nine}${nhsCheckDigit(nine) ?? ""}`)
  .filter((number) => parseNhsNumber(number).ok);
const name = fc.stringMatching(/^[A-Z][A-Za-z' -]{0,18}[A-Za-z]$/);
const person = fc.record({ nhsNumber: anyNhsNumber, familyName: name, givenName: name });
const day = fc.integer({ min: 0, max: 9_000 }).map((days) => new Date(Date.UTC(2002, 0, 1 + days)));

test("whatever a band was made of is read back, whatever becomes of its separators", () => {
  const separators = fc.constantFrom(groupSeparator, "", "<GS>", "\u241D");
  fc.assert(
    fc.property(person, day, separators, ({ nhsNumber, familyName, givenName }, date, separator) => {
      const born = printed(date);
      const text = bandText({ nhsNumber, familyName, givenName, born }).replaceAll(groupSeparator, separator);

      expect(readWristband(text)).toEqual({
        kind: "number",
        nhsNumber,
        says: { familyName, givenName, dateOfBirth: date.toISOString().slice(0, 10), hospitalCode: "RX1" },
      });
    }),
  );
});

test("whatever a code says, reading it never throws and never gives a number that fails its check", () => {
  const parts = fc.constantFrom(
    "8018",
    "5050898",
    "9990000018",
    "91RX1,",
    "93",
    ",",
    "|",
    groupSeparator,
    "NHS ",
    "(8018)",
    "±",
  );
  const digits = fc.stringMatching(/^\d{1,22}$/);
  const text = fc
    .array(fc.oneof(parts, digits, fc.string({ unit: "binary" })), { maxLength: 12 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, (code) => {
      const read = readWristband(code);

      expect(read.kind !== "number" || parseNhsNumber(read.nhsNumber).ok).toBe(true);
      expect(read.kind === "number" || read.message.length > 20).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("one digit of a band read wrong never gives another person's number", () => {
  fc.assert(
    fc.property(anyNhsNumber, fc.nat(9), fc.integer({ min: 1, max: 9 }), (nhsNumber, place, shift) => {
      const digits = [...nhsNumber];
      digits[place] = String((Number(digits[place]) + shift) % 10);

      expect(readWristband(`8018${gsrn(digits.join(""))}`).kind).not.toBe("number");
    }),
  );
});

function printed(date: Date): string {
  const month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
    date.getUTCMonth()
  ];
  return `${String(date.getUTCDate()).padStart(2, "0")}-${month ?? ""}-${String(date.getUTCFullYear())}`;
}
