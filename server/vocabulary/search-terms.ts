import { z } from "zod";
import type { DateRange } from "@/server/vocabulary/age";
import type { LondonDate } from "@/server/vocabulary/london-time";
import { readTypedPostcode } from "@/server/vocabulary/postcode";
import { readTypedBirth } from "@/server/vocabulary/typed-birth";
import { countLetters, isPartOfName, readTypedName, type NameProblem } from "@/server/vocabulary/typed-name";

const typed = z
  .string()
  .max(100, "This is too long. Take out what does not belong to the child.")
  .default("");

/** What was typed to find a person by name, as it was typed. */
export const TypedSearch = z.object({
  familyName: typed,
  givenName: typed,
  day: typed,
  month: typed,
  year: typed,
  /** About how many years old, where the date of birth is not known. */
  age: typed,
  /** Empty where it is not known. */
  gender: z.enum(["", "female", "male"]).default(""),
  postcode: typed,
});
export type TypedSearch = z.infer<typeof TypedSearch>;
export type SearchField = keyof TypedSearch;

/** By what demographics is searched. */
export interface SearchTerms {
  /** Ends in a star where only its beginning is known. */
  readonly familyName: string;
  readonly givenName: string | undefined;
  /** One day where the date of birth is known. */
  readonly born: DateRange;
  readonly gender: "female" | "male" | undefined;
  /** Whole, or its beginning and a star. */
  readonly postcode: string | undefined;
}

export interface SearchProblem {
  readonly field: SearchField;
  /** What to do about it; never what was typed. */
  readonly message: string;
}

export type ReadSearch =
  | { readonly ok: true; readonly terms: SearchTerms }
  | { readonly ok: false; readonly problems: readonly SearchProblem[] };

/** Reads the terms of a search, or says of each field what is wrong with it. Never throws. */
export function readSearch(search: TypedSearch, today: LondonDate): ReadSearch {
  const family = readFamilyName(search.familyName);
  const given = readGivenName(search.givenName);
  const birth = readTypedBirth(search, today);
  const place = readPostcode(search.postcode);
  if (!family.ok || !given.ok || !birth.ok || !place.ok) {
    return {
      ok: false,
      problems: [family, given, birth, place].flatMap((part) => (part.ok ? [] : part.problem)),
    };
  }
  const gender = search.gender === "" ? undefined : search.gender;
  return {
    ok: true,
    terms: {
      familyName: family.value,
      givenName: given.value,
      born: birth.born,
      gender,
      postcode: place.value,
    },
  };
}

type Part<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: SearchProblem };

function readFamilyName(text: string): Part<string> {
  const read = readTypedName(text, 3);
  if (!read.ok) return fault("familyName", familyFaults[read.problem]);
  return read.name === undefined ? fault("familyName", noFamilyName) : { ok: true, value: read.name };
}

function readGivenName(text: string): Part<string | undefined> {
  const read = readTypedName(text, 2);
  if (!read.ok) return fault("givenName", givenFaults[read.problem]);
  const isTooShort = read.name !== undefined && countLetters(read.name) < 2;
  return isTooShort ? fault("givenName", givenFaults["too-short"]) : { ok: true, value: read.name };
}

function readPostcode(text: string): Part<string | undefined> {
  const read = readTypedPostcode(text);
  if (read === undefined) return fault("postcode", noPostcode);
  return { ok: true, value: read === "" ? undefined : read };
}

function fault<Value>(field: SearchField, message: string): Part<Value> {
  return { ok: false, problem: { field, message } };
}

const noFamilyName = "Enter the family name, or its first 3 letters and a star, like Fab*.";
const noPostcode = "Enter a postcode like LS1 4AP, or its beginning, like LS1. Or leave it empty.";

const familyFaults: Readonly<Record<NameProblem, string>> = {
  signs: "A family name has letters, hyphens and apostrophes. Take out everything else.",
  star: "A star stands only at the end of the family name, like Fab*.",
  "too-short": "Enter at least 3 letters of the family name before the star.",
  "too-long": "This family name is too long to search by. Enter its beginning and a star.",
};
const givenFaults: Readonly<Record<NameProblem, string>> = {
  signs: "A given name has letters, hyphens and apostrophes. Take out everything else.",
  star: "A star stands only at the end of the given name, like Sam*.",
  "too-short": "Enter at least 2 letters of the given name, or leave it empty.",
  "too-long": "This given name is too long to search by. Enter the first one alone.",
};

/** What a search was by, without what was typed: for the record, and to say what is missing. */
export const termKinds = [
  "family-name",
  "part-of-family-name",
  "given-name",
  "birth-date",
  "age",
  "gender",
  "postcode",
] as const;
export type TermKind = (typeof termKinds)[number];

export const termKindWords = {
  "family-name": "family name",
  "part-of-family-name": "part of the family name",
  "given-name": "given name",
  "birth-date": "date of birth",
  age: "age",
  gender: "gender",
  postcode: "postcode",
} as const satisfies Record<TermKind, string>;

export function kindsOfTerms({ familyName, givenName, born, gender, postcode }: SearchTerms): TermKind[] {
  return [
    isPartOfName(familyName) ? "part-of-family-name" : "family-name",
    ...(givenName === undefined ? [] : (["given-name"] as const)),
    born.from === born.to ? "birth-date" : "age",
    ...(gender === undefined ? [] : (["gender"] as const)),
    ...(postcode === undefined ? [] : (["postcode"] as const)),
  ];
}

/** What would tell apart the people whom these terms fit: the most telling first. */
export function whatToAdd(terms: SearchTerms): TermKind[] {
  const given = kindsOfTerms(terms);
  const order = ["birth-date", "given-name", "postcode", "family-name", "gender"] as const;
  return order.filter((kind) => !given.includes(kind));
}
