import { expect, test } from "@playwright/test";
import {
  kindsOfTerms,
  readSearch,
  TypedSearch,
  whatToAdd,
  type SearchTerms,
} from "@/server/vocabulary/search-terms";

const today = "2026-11-25";
const enough = { familyName: "Fableworth", day: "4", month: "5", year: "2019" };

function read(change: Partial<TypedSearch>) {
  return readSearch(TypedSearch.parse({ ...enough, ...change }), today);
}

function termsOf(change: Partial<TypedSearch>): SearchTerms {
  const result = read(change);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(" "));
  return result.terms;
}

const names = [
  ["as it is", "Fableworth", "Fableworth"],
  ["with spaces around it", "  Fableworth ", "Fableworth"],
  ["its first 3 letters and a star", "Fab*", "Fab*"],
  ["a star with a space before it", "Fab *", "Fab*"],
  ["a short one", "Ng", "Ng"],
  ["accents", "Fauvette-Müller", "Fauvette-Müller"],
  ["an accent as a sign of its own", "Mu\u0308ller", "Müller"],
  ["a curly apostrophe", "O’Fable", "O'Fable"],
  ["a dash of a clever keyboard", "Fable–Worth", "Fable-Worth"],
  ["two words", "van  Fable", "van Fable"],
  ["right to left, with a mark beside it", "\u200Fלוי\u200F", "לוי"],
  ["right to left with a star", "‏חסן*", "חסן*"],
  ["Devanagari, with signs that are no letters", "शर्मा", "शर्मा"],
] as const;

for (const [what, typed, familyName] of names) {
  test(`a family name is read: ${what}`, () => {
    expect(termsOf({ familyName: typed }).familyName).toBe(familyName);
  });
}

const births = [
  ["a date", { day: "4", month: "5", year: "2019" }, "2019-05-04", "2019-05-04"],
  ["a month by name", { day: "04", month: "May", year: "2019" }, "2019-05-04", "2019-05-04"],
  ["a leap day", { day: "29", month: "2", year: "2024" }, "2024-02-29", "2024-02-29"],
  ["today", { day: "25", month: "11", year: "2026" }, "2026-11-25", "2026-11-25"],
  ["about 7", { day: "", month: "", year: "", age: "7" }, "2017-11-26", "2020-11-25"],
  ["a baby", { day: "", month: "", year: "", age: "0" }, "2024-11-26", "2026-11-25"],
  [
    "about 30: three years on either side",
    { day: "", month: "", year: "", age: "30" },
    "1992-11-26",
    "1999-11-25",
  ],
] as const;

for (const [what, typed, from, to] of births) {
  test(`when somebody was born is read: ${what}`, () => {
    expect(termsOf(typed).born).toEqual({ from, to });
  });
}

test("an age on 29 February gives days that exist", () => {
  const search = TypedSearch.parse({ familyName: "Fableworth", age: "2" });

  expect(readSearch(search, "2028-02-29")).toMatchObject({
    terms: { born: { from: "2024-03-01", to: "2027-02-28" } },
  });
});

const postcodes = [
  ["LS1 4AP", "LS1 4AP"],
  ["ls14ap", "LS1 4AP"],
  ["ec1a 1bb", "EC1A 1BB"],
  ["M1 1AE", "M1 1AE"],
  ["LS1", "LS1*"],
  ["LS", "LS*"],
  ["ls1*", "LS1*"],
  ["SW1A", "SW1A*"],
  ["LS1 4", "LS14*"],
  ["", undefined],
] as const;

for (const [typed, postcode] of postcodes) {
  test(`the postcode "${typed}" is read`, () => {
    expect(termsOf({ postcode: typed }).postcode).toBe(postcode);
  });
}

const faults = [
  ["no family name", { familyName: " " }, "familyName", "Enter the family name"],
  ["a star alone", { familyName: "*" }, "familyName", "at least 3 letters"],
  ["two letters and a star", { familyName: "Fa*" }, "familyName", "at least 3 letters"],
  [
    "two letters, an accent as a sign, a star",
    { familyName: "Fe\u0301*" },
    "familyName",
    "at least 3 letters",
  ],
  ["a star in the middle", { familyName: "Fab*worth" }, "familyName", "only at the end"],
  ["two stars", { familyName: "Fable**" }, "familyName", "only at the end"],
  ["a question mark", { familyName: "Fab?" }, "familyName", "Take out everything else"],
  ["digits", { familyName: "9990000018" }, "familyName", "Take out everything else"],
  ["a name without an end", { familyName: "Fable".repeat(8) }, "familyName", "too long"],
  ["one letter of a given name", { givenName: "J" }, "givenName", "at least 2 letters"],
  ["a given name with a digit", { givenName: "Sam2" }, "givenName", "Take out everything else"],
  ["no date and no age", { day: "", month: "", year: "" }, "day", "Enter the date of birth."],
  ["no day", { day: "" }, "day", "needs a day"],
  ["no month", { month: "" }, "month", "needs a month"],
  ["no year", { year: "" }, "year", "4 digits"],
  ["a short year", { year: "19" }, "year", "4 digits"],
  ["a day that is none", { day: "31", month: "6" }, "day", "no such day"],
  ["letters for a day", { day: "x" }, "day", "no such day"],
  ["29 February of a common year", { day: "29", month: "2", year: "2019" }, "day", "no such day"],
  ["a date to come", { day: "26", month: "11", year: "2026" }, "year", "in the future"],
  ["a date of long ago", { year: "1890" }, "year", "more than 120 years ago"],
  ["a date and an age", { age: "7" }, "age", "Take the age out"],
  ["an age in words", { day: "", month: "", year: "", age: "seven" }, "age", "whole number"],
  ["half an age", { day: "", month: "", year: "", age: "7.5" }, "age", "whole number"],
  ["an age of a tree", { day: "", month: "", year: "", age: "121" }, "age", "whole number"],
  ["a postcode that is none", { postcode: "Leeds" }, "postcode", "Enter a postcode"],
  ["one letter of a postcode", { postcode: "L" }, "postcode", "Enter a postcode"],
  ["a star for a postcode", { postcode: "*" }, "postcode", "Enter a postcode"],
] as const;

for (const [what, change, field, words] of faults) {
  test(`refused, with the field and what to do: ${what}`, () => {
    expect(read(change)).toMatchObject({
      ok: false,
      problems: [{ field, message: expect.stringContaining(words) as unknown }],
    });
  });
}

test("every fault is said at once, in the order of the form", () => {
  const result = read({ familyName: "", givenName: "J", day: "40", postcode: "?" });

  expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual([
    "familyName",
    "givenName",
    "day",
    "postcode",
  ]);
});

test("no fault repeats what was typed", () => {
  const secret = "Xylo9Secret";
  const result = read({
    familyName: secret,
    givenName: secret,
    day: secret,
    month: secret,
    year: secret,
    postcode: secret,
  });

  expect(result.ok).toBe(false);
  expect(JSON.stringify(result)).not.toContain(secret);
});

const kinds = [
  [{}, ["family-name", "birth-date"], ["given-name", "postcode", "gender"]],
  [
    { familyName: "Fab*", day: "", month: "", year: "", age: "7" },
    ["part-of-family-name", "age"],
    ["birth-date", "given-name", "postcode", "family-name", "gender"],
  ],
  [
    { givenName: "Sam", gender: "male", postcode: "LS1" },
    ["family-name", "given-name", "birth-date", "gender", "postcode"],
    [],
  ],
] as const;

for (const [change, by, missing] of kinds) {
  test(`a search is known by the kinds of its terms: ${by.join(", ")}`, () => {
    expect(kindsOfTerms(termsOf(change))).toEqual(by);
    expect(whatToAdd(termsOf(change))).toEqual(missing);
  });
}
