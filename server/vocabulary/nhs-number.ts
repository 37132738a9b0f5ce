/** An NHS number as it is stored: ten digits, modulus 11 correct, of the range that CP-IS covers. */
export type NhsNumber = string & { readonly __brand: "NhsNumber" };

export type NhsNumberProblem =
  | "empty"
  | "not-digits"
  | "too-short"
  | "too-long"
  | "check-digit"
  | "scottish"
  | "northern-irish"
  | "irish"
  | "not-issued"
  | "national-insurance-number";

export type ParsedNhsNumber =
  | { readonly ok: true; readonly nhsNumber: NhsNumber }
  | { readonly ok: false; readonly problem: NhsNumberProblem; readonly message: string };

/**
 * Reads an NHS number as a person types or pastes it: spaces, dashes and an "NHS" label are forgiven. Never throws.
 * Modulus 11 and the ranges by country: NHS Data Dictionary, as listed in the glossary of the README.
 */
export function parseNhsNumber(text: string): ParsedNhsNumber {
  const bare = text
    .normalize("NFKC")
    .replace(/^\s*NHS(\s*(No\.?|number))?\s*:?/i, "")
    .replace(/[\s\p{Pd}.]/gu, "");
  if (bare === "") return refuse("empty", "Enter the 10 digits of the NHS number.");
  if (/^[A-CEGHJ-PR-TW-Z]{2}\d{6}[A-D]$/i.test(bare)) {
    return refuse(
      "national-insurance-number",
      "This is a National Insurance number. Enter the NHS number: 10 digits.",
    );
  }
  if (!/^\d+$/.test(bare))
    return refuse("not-digits", "An NHS number has digits only. Take out letters and signs.");
  if (bare.length < 10) return refuse("too-short", `10 digits needed, ${String(bare.length)} so far.`);
  if (bare.length > 10) return refuse("too-long", `10 digits needed, this has ${String(bare.length)}.`);
  return checkTenDigits(bare);
}

/** Shows an NHS number the way the NHS does: 999 000 0018. Fewer digits are grouped as far as they go. */
export function formatNhsNumber(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].filter((group) => group !== "").join(" ");
}

/**
 * The check digit that belongs to the first nine digits, or undefined where no number with these nine can exist
 * (the sum gives 10). Weights 10 down to 2, eleven minus the remainder of 11, eleven counts as 0.
 */
export function nhsCheckDigit(nineDigits: string): number | undefined {
  const sum = [...nineDigits].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return undefined;
  return check === 11 ? 0 : check;
}

function checkTenDigits(digits: string): ParsedNhsNumber {
  if (nhsCheckDigit(digits.slice(0, 9)) !== Number(digits[9])) {
    return refuse(
      "check-digit",
      "This number fails its check: one digit or more is wrong. Check the digits again.",
    );
  }
  const prefix = Number(digits.slice(0, 3));
  const range = otherRanges.find(({ from, to }) => prefix >= from && prefix <= to);
  return range === undefined
    ? { ok: true, nhsNumber: digits as NhsNumber }
    : refuse(range.problem, range.message);
}

const ringInstead = "CP-IS covers England only: ring the local authority.";
const notIssued = {
  problem: "not-issued",
  message: "No NHS number begins with these digits. Check them again.",
} as const;

/** By the first three digits, everything that is not a number of England, Wales or the Isle of Man, or a test number. */
const otherRanges: readonly { from: number; to: number; problem: NhsNumberProblem; message: string }[] = [
  { from: 0, to: 9, ...notIssued },
  { from: 10, to: 319, problem: "scottish", message: `This is a Scottish number (CHI). ${ringInstead}` },
  {
    from: 320,
    to: 399,
    problem: "northern-irish",
    message: `This is a Northern Irish number (H&C). ${ringInstead}`,
  },
  { from: 500, to: 599, ...notIssued },
  { from: 800, to: 859, problem: "irish", message: `This is an Irish number (IHI). ${ringInstead}` },
  { from: 860, to: 899, ...notIssued },
];

function refuse(problem: NhsNumberProblem, message: string): ParsedNhsNumber {
  return { ok: false, problem, message };
}
