import { readBandDate } from "@/server/vocabulary/band-date";

/** What the person's band says of them beside the number; all of it is the band's word and nobody's proof. */
export interface BandSays {
  readonly familyName?: string;
  readonly givenName?: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth?: string;
  /** Time of birth, on the bands of newborn babies. */
  readonly timeOfBirth?: string;
  /** Organisation code of the hospital that printed the band. */
  readonly hospitalCode?: string;
}

export interface Gs1Band {
  /** Ten digits each, not yet held against modulus 11. */
  readonly numbers: readonly {
    readonly digits: string;
    readonly checkDigit: "right" | "wrong" | "missing";
  }[];
  readonly says: BandSays;
}

/** Ends an element of variable length in the text of a code; readers also send it as a picture of itself, or drop it. */
const groupSeparator = "\u001D";
const aWrittenSeparator = /[\u001C-\u001F\u241D]|<GS>|\{GS\}|\[GS\]|\^\]/gi;

/**
 * Reads the band of DCB1077: a GSRN (8018) of the NHS's own prefix with the NHS number in it, the hospital (91) and who
 * the person is (93). Separators may be missing, since many readers drop them.
 */
export function readGs1Band(text: string): Gs1Band {
  const elements = plainElements(text);
  const numbers = [...elements.matchAll(nhsGsrn)].map(([, digits = "", rest = ""]) => ({
    digits,
    checkDigit: checkDigitOf(digits, rest),
  }));
  return { numbers, says: numbers.length === 0 ? {} : saysOf(elements) };
}

/** The digits after the AI 8018 or, of another prefix, undefined. */
export function isOtherGsrn(text: string): boolean {
  return /^8018\d{18}(?!\d)/.test(plainElements(text)) && !plainElements(text).startsWith("80185050898");
}

/** A pack of medicine or another thing that is sold: GTIN (01), or the number of a crate (00). */
export function isProduct(text: string): boolean {
  const elements = plainElements(text);
  return (
    /^(?:01\d{14}|00\d{18})/.test(elements) && gs1CheckDigit(elements.slice(2, 15)) === Number(elements[15])
  );
}

/** Modulus 10 with weights 3 and 1 from the right, as all GS1 keys have it. */
export function gs1CheckDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

const nhsPrefix = "5050898";
const nhsGsrn = /(?:8018|^)5050898(\d{10})(?=([^]{0,5}))/g;

/** Without symbology identifier and brackets, separators as they should be. */
function plainElements(text: string): string {
  const bare = text
    .trim()
    .replace(/^\](?:d|C|Q|e)\d/i, "")
    .replace(aWrittenSeparator, groupSeparator);
  const unbracketed = bare.replace(/\((8018|8019|9\d|01|00)\)/g, `${groupSeparator}$1`);
  return unbracketed.replace(/^[\s\u001D]+/, "");
}

/** Some bands leave the check digit out; what follows tells whether there is one. */
function checkDigitOf(digits: string, rest: string): "right" | "wrong" | "missing" {
  const startsElement = /^(?:$|\u001D|8019|9[0-9])/;
  if (/^\d/.test(rest) && startsElement.test(rest.slice(1))) {
    if (gs1CheckDigit(nhsPrefix + digits) === Number(rest[0])) return "right";
    return startsElement.test(rest) && rest.length > 1 ? "missing" : "wrong";
  }
  return startsElement.test(rest) ? "missing" : "wrong";
}

function saysOf(elements: string): BandSays {
  const behind = elements.replace(/(?:8018|^)5050898\d{10}(?:\d(?=$|\u001D|8019|9\d))?/g, groupSeparator);
  const hospitalCode = /\u001D91([A-Z0-9]{3,6})(?:,|\u001D|$)/i.exec(behind)?.[1]?.toUpperCase();
  return { ...whoIsOnIt(behind), ...(hospitalCode !== undefined && { hospitalCode }) };
}

const person =
  /(?<=[\u001D,])93(?=[\p{L}'’])(?=([^,\u001D]*),([^,\u001D]*)(?:,([^,\u001D]*))?(?:,([^,\u001D]*))?)/gu;

/** A hospital's own number may begin with 93 too: the element with a date of birth is the right one. */
function whoIsOnIt(behind: string): BandSays {
  const found = [...behind.matchAll(person)];
  const [, family, given, birth = "", time = ""] =
    found.find((match) => readBandDate(match[3] ?? "") !== undefined) ?? found[0] ?? [];
  return bandSays({ family, given, birth, time });
}

interface PrintedWords {
  readonly family: string | undefined;
  readonly given: string | undefined;
  readonly birth: string | undefined;
  readonly time?: string;
}

/** What a band says, from its printed words: empty ones are left out. */
export function bandSays({ family, given, birth, time = "" }: PrintedWords): BandSays {
  const familyName = nameOf(family);
  const givenName = nameOf(given);
  const dateOfBirth = readBandDate(birth ?? "");
  return {
    ...(familyName !== undefined && { familyName }),
    ...(givenName !== undefined && { givenName }),
    ...(dateOfBirth !== undefined && { dateOfBirth }),
    ...(/^\d\d:?\d\d$/.test(time.trim()) && { timeOfBirth: time.trim() }),
  };
}

function nameOf(text: string | undefined): string | undefined {
  const name = text?.replace(/\p{C}/gu, " ").trim().slice(0, 60);
  return name === "" ? undefined : name;
}
