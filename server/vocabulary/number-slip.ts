import { parseNhsNumber } from "@/server/vocabulary/nhs-number";

/** One slip of the hand that would explain a number that fails its check. Places count from 1. */
export type NumberSlip =
  | { readonly kind: "swapped"; readonly place: number }
  | { readonly kind: "wrong-digit"; readonly place: number };

/**
 * The slips that explain ten digits that fail modulus 11: two neighbours swapped, then one digit that is next to the
 * right one on the keys or looks like it. It says where to look and never what the number should be: nearly every wrong
 * number has several right ones near it, and choosing one would be guessing at a child.
 */
export function numberSlips(digits: string): readonly NumberSlip[] {
  if (!/^\d{10}$/.test(digits) || isNumber(digits)) return [];
  const places = [...digits].map((_, index) => index);
  const swapped = places.filter((index) => isNumber(withSwap(digits, index)));
  const wrong = places.filter((index) =>
    [...(easilyTaken[digits[index] ?? ""] ?? "")].some((digit) => isNumber(withDigit(digits, index, digit))),
  );
  return [
    ...swapped.map((index) => ({ kind: "swapped", place: index + 1 }) as const),
    ...wrong.map((index) => ({ kind: "wrong-digit", place: index + 1 }) as const),
  ];
}

/** Where to look again, in words; a few places at most, since more would be the whole number. */
export function slipInWords(digits: string): string {
  const slips = numberSlips(digits);
  const swapped = slips.filter(({ kind }) => kind === "swapped").slice(0, 2);
  const wrong = slips.filter(({ kind }) => kind === "wrong-digit");
  if (swapped.length > 0) {
    return `Look again at ${swapped.map(({ place }) => pairInWords(digits, place)).join(", or at ")}.`;
  }
  if (wrong.length === 0 || wrong.length > 4) return "Compare every digit with what is written.";
  return `If one digit is wrong, look first at the ${wrong.map(({ place }) => digitInWords(digits, place)).join(", or the ")}.`;
}

function pairInWords(digits: string, place: number): string {
  const pair = `${digits[place - 1] ?? ""} ${digits[place] ?? ""}`;
  return `the ${ordinal(place)} and ${ordinal(place + 1)} digits (${pair}: swapped?)`;
}

function digitInWords(digits: string, place: number): string {
  return `${ordinal(place)} (${digits[place - 1] ?? ""})`;
}

function ordinal(place: number): string {
  return `${String(place)}${["st", "nd", "rd"][place - 1] ?? "th"}`;
}

/** Beside it on the keys, or alike in a hurried hand and on a crumpled band. */
const easilyTaken: Readonly<Record<string, string>> = {
  0: "8697",
  1: "247",
  2: "1357",
  3: "268",
  4: "1579",
  5: "24683",
  6: "35908",
  7: "4812",
  8: "57903",
  9: "68402",
};

function withSwap(digits: string, index: number): string {
  return digits.slice(0, index) + (digits[index + 1] ?? "") + (digits[index] ?? "") + digits.slice(index + 2);
}

function withDigit(digits: string, index: number, digit: string): string {
  return digits.slice(0, index) + digit + digits.slice(index + 1);
}

function isNumber(digits: string): boolean {
  return parseNhsNumber(digits).ok;
}
