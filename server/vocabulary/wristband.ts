import { bandSays, isOtherGsrn, isProduct, readGs1Band, type BandSays } from "@/server/vocabulary/gs1-band";
import { formatNhsNumber, parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";
import { slipInWords } from "@/server/vocabulary/number-slip";

/** Why a number that passes its own check should be compared with what is printed before it is used. */
export type BandDoubt = "check-digit-wrong" | "check-digit-missing" | "number-only";

export interface FoundNumber {
  readonly kind: "number";
  readonly nhsNumber: NhsNumber;
  readonly says: BandSays;
  readonly doubt?: BandDoubt;
}

/** Why a code gives no number to look up. */
export type CodeProblem =
  "prescription" | "product" | "other-band" | "other-country" | "check-fails" | "two-numbers" | "no-number";

export type ReadCode =
  FoundNumber | { readonly kind: CodeProblem; readonly message: string; readonly digits?: string };

/**
 * Reads the text of one scanned code, or of a code that was pasted: the GS1 band of DCB1077, bands of other makers
 * with fields between bars, a bare NHS number, or text that names one. Never throws, and never gives a number that
 * fails modulus 11 or belongs to another country.
 */
export function readWristband(text: string): ReadCode {
  const code = text
    .normalize("NFKC")
    .replace(/^\uFEFF/, "")
    .slice(0, 4_000);
  return (
    readGs1(code) ??
    readOtherCode(code) ??
    readFields(code) ??
    readBareNumber(code) ??
    readLabelled(code) ??
    noNumber
  );
}

const noNumber: ReadCode = {
  kind: "no-number",
  message: "This code carries no NHS number. Scan the code on the wristband, or type the number.",
};

function readGs1(code: string): ReadCode | undefined {
  const { numbers, says } = readGs1Band(code);
  const distinct = new Set(numbers.map(({ digits }) => digits));
  const [first] = numbers;
  if (first === undefined) return undefined;
  if (distinct.size > 1) return twoNumbers;
  return number(
    first.digits,
    says,
    first.checkDigit === "right" ? undefined : `check-digit-${first.checkDigit}`,
  );
}

const twoNumbers: ReadCode = {
  kind: "two-numbers",
  message: "This code names two NHS numbers. Do not trust it: type the number that is printed on the band.",
};

/** The id of an electronic prescription: three groups, the middle one the prescriber's organisation. */
const prescription =
  /^(?:[0-9A-F]{6}-[0-9A-Z]{6}-[0-9A-F]{5}[0-9A-Z+]|(?=\d*[A-Z])[0-9A-F]{6}[0-9A-Z]{6}[0-9A-F]{5}[0-9A-Z+])$/i;
const longPrescription = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}[0-9A-Z+]?$/i;

function readOtherCode(code: string): ReadCode | undefined {
  const bare = code.trim().replace(/^\][A-Za-z]\d/, "");
  if (prescription.test(bare) || longPrescription.test(bare)) {
    return {
      kind: "prescription",
      message:
        "This is a prescription, not a wristband: it has no NHS number in it. Scan the band, or type the number.",
    };
  }
  if (isOtherGsrn(code)) {
    return {
      kind: "other-band",
      message:
        "This band is not of the NHS in England: its number is another country’s or another organisation’s. Type the NHS number, or ring the local authority.",
    };
  }
  if (!isProduct(code)) return undefined;
  return { kind: "product", message: "This is the code of a product, not a wristband. Scan the band." };
}

/** Hospital number, NHS number, family name, given name, date of birth, sex; between bars or plus-minus signs. */
function readFields(code: string): ReadCode | undefined {
  const fields = code.split(/\s*(?:\||Â?±)\s*/);
  if (fields.length < 4) return undefined;
  const at = fields.flatMap((field, place) => (isNumberBeforeName(fields, field, place) ? [place] : []));
  const [place] = at;
  if (place === undefined) return undefined;
  if (new Set(at.map((index) => bareDigits(fields[index]))).size > 1) return twoNumbers;
  const [family, given, ...rest] = fields.slice(place + 1);
  const birth = rest.find(
    (field) => bandSays({ family: "", given: "", birth: field }).dateOfBirth !== undefined,
  );
  return number(bareDigits(fields[place]), bandSays({ family, given, birth }), undefined);
}

/** A hospital's own number can have ten digits too: the NHS number is the one that a name follows. */
function isNumberBeforeName(fields: readonly string[], field: string, place: number): boolean {
  return /^\d{10}$/.test(bareDigits(field)) && /^\p{L}/u.test(fields[place + 1] ?? "");
}

function readBareNumber(code: string): ReadCode | undefined {
  const digits = bareDigits(code.replace(/^\][A-Za-z]\d/, ""));
  return /^\d{10}$/.test(digits) ? number(digits, {}, "number-only") : undefined;
}

const labelled = /nhs[\s_-]*(?:no|num|number|id)?\.?["']?[\s:=#/|_-]*["']?((?:\d[\s\p{Pd}]?){9}\d)(?!\d)/giu;

/** In an address or a sentence only where the words before it say that it is one: one number of eleven would pass. */
function readLabelled(code: string): ReadCode | undefined {
  const found = [...code.replace(/%20|\+/g, " ").matchAll(labelled)].map(([, digits]) => bareDigits(digits));
  const [first] = found;
  if (first === undefined) return undefined;
  return new Set(found).size > 1 ? twoNumbers : number(first, {}, "number-only");
}

function number(digits: string, says: BandSays, doubt: BandDoubt | undefined): ReadCode {
  const parsed = parseNhsNumber(digits);
  if (parsed.ok)
    return { kind: "number", nhsNumber: parsed.nhsNumber, says, ...(doubt !== undefined && { doubt }) };
  if (parsed.problem === "check-digit" || parsed.problem === "not-issued") {
    const shown = formatNhsNumber(digits);
    const message =
      doubt === "number-only"
        ? `The digits in this code, ${shown}, fail the check of an NHS number: it may be the hospital’s own number.`
        : `The NHS number in this code, ${shown}, fails its check. ${slipInWords(digits)}`;
    return { kind: "check-fails", message, digits };
  }
  return { kind: "other-country", message: parsed.message };
}

function bareDigits(text = ""): string {
  return text.replace(/^\s*NHS(\s*(No\.?|number))?\s*:?/i, "").replace(/[\s\p{Pd}.]/gu, "");
}
