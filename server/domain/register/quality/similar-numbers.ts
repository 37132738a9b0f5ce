import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";

/**
 * The valid numbers that one slip of the hand away became these ten digits: one digit wrong, or two neighbours in the
 * wrong order. About nine of them. Pure.
 */
export function similarNumbers(tenDigits: string): NhsNumber[] {
  if (!/^\d{10}$/.test(tenDigits)) return [];
  const places = [...tenDigits].map((_, place) => place);
  const slips = places.flatMap((place) => [...otherDigits(tenDigits, place), swapped(tenDigits, place)]);
  const valid = [...new Set(slips)].flatMap((digits) => {
    const parsed = parseNhsNumber(digits);
    return parsed.ok ? [parsed.nhsNumber] : [];
  });
  return valid.filter((digits) => digits !== tenDigits);
}

function otherDigits(digits: string, place: number): string[] {
  return Array.from({ length: 10 }, (_, digit) => String(digit)).map(
    (digit) => digits.slice(0, place) + digit + digits.slice(place + 1),
  );
}

function swapped(digits: string, place: number): string {
  const [one = "", other = ""] = digits.slice(place, place + 2);
  return digits.slice(0, place) + other + one + digits.slice(place + 2);
}
