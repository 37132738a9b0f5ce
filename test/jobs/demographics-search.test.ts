import { expect } from "@playwright/test";
import type { StandInPatient } from "@/server/demo/demographics/patient";
import type { Trouble } from "@/server/demo/demographics/start";
import type { Demographics } from "@/server/gateways/demographics";
import { demographicsOf } from "@/server/gateways/demographics-of";
import { parseConfiguration } from "@/server/vocabulary/configuration";
import { readSearch, TypedSearch, type SearchTerms } from "@/server/vocabulary/search-terms";
import { test as base } from "@/test/support/fake-demographics";
import { testEnvironment } from "@/test/support/make-service";

interface Given {
  /** The gateway as the people's door has it. */
  readonly gateway: Demographics;
}

const test = base.extend<Given>({
  gateway: async ({ demographics }, use) => {
    const environment = { ...testEnvironment, DATABASE_URL: "postgresql://x@127.0.0.1:1/x" };
    await use(demographicsOf(parseConfiguration({ ...environment, ...demographics.settings })));
  },
});

const wren: StandInPatient = {
  nhsNumber: "9990000018",
  names: [
    { familyName: "Fableworth", givenNames: ["Wren", "Jo"] },
    { familyName: "Maiden", givenNames: ["Wren"] },
  ],
  dateOfBirth: "2019-05-04",
  gender: "female",
  postcode: "ZZ1 4AP",
};
const robin: StandInPatient = {
  ...wren,
  nhsNumber: "9990000026",
  names: [{ familyName: "Fableshaw", givenNames: ["Robin"] }],
  gender: "male",
  postcode: "ZZ2 1AB",
};

const enough = { familyName: "Fab*", day: "4", month: "5", year: "2019" };
const plenty = 5_000;

function terms(change: Partial<TypedSearch> = {}): SearchTerms {
  const read = readSearch(TypedSearch.parse({ ...enough, ...change }), "2026-11-25");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.terms;
}

test("one person whom the terms fit is found, with what helps to confirm them", async ({
  demographics,
  gateway,
}) => {
  demographics.know(wren);

  expect(await gateway.search(terms(), plenty)).toEqual({
    kind: "found",
    isAsTyped: true,
    person: {
      nhsNumber: wren.nhsNumber,
      familyName: "Fableworth",
      givenNames: ["Wren", "Jo"],
      birthDate: "2019-05-04",
      gender: "female",
      postcode: "ZZ1 4AP",
    },
  });
});

test("nobody is none, and two are too many: never a list", async ({ demographics, gateway }) => {
  expect(await gateway.search(terms(), plenty)).toEqual({ kind: "none" });
  demographics.know(wren);
  demographics.know(robin);
  expect(await gateway.search(terms(), plenty)).toEqual({ kind: "too-many" });
});

const narrower = [
  ["a given name", { givenName: "Wren" }],
  ["another form of the given name", { givenName: "Wrenna" }],
  ["a gender", { gender: "female" }],
  ["a postcode", { postcode: "zz14ap" }],
  ["the beginning of a postcode", { postcode: "ZZ1" }],
  ["the whole family name", { familyName: "fableworth" }],
] as const;

for (const [what, change] of narrower) {
  test(`${what} tells two people apart`, async ({ demographics, gateway }) => {
    demographics.know(wren);
    demographics.know(robin);

    expect(await gateway.search(terms(change), plenty)).toMatchObject({
      kind: "found",
      isAsTyped: true,
      person: { nhsNumber: wren.nhsNumber },
    });
  });
}

test("an age finds whoever was born in those years, and nobody else", async ({ demographics, gateway }) => {
  demographics.know(wren);
  const about = (age: string) => ({ day: "", month: "", year: "", age });

  expect(await gateway.search(terms(about("8")), plenty)).toMatchObject({ kind: "found" });
  expect(await gateway.search(terms(about("12")), plenty)).toEqual({ kind: "none" });
});

const forgiven = [
  ["another gender on record", { familyName: "Fableworth", gender: "male" }],
  ["a move", { familyName: "Fableworth", postcode: "ZZ9 9ZZ" }],
  ["a name that sounds alike", { familyName: "Fabelwurth", givenName: "Wren" }],
  ["names the wrong way round", { familyName: "Wren", givenName: "Fableworth" }],
] as const;

for (const [what, change] of forgiven) {
  test(`who fits most of it is found, and it is said that not all fits: ${what}`, async ({
    demographics,
    gateway,
  }) => {
    demographics.know(wren);

    expect(await gateway.search(terms(change), plenty)).toMatchObject({ kind: "found", isAsTyped: false });
  });
}

test("a former name finds the person, who is shown by the name in use", async ({ demographics, gateway }) => {
  demographics.know(wren);

  expect(await gateway.search(terms({ familyName: "Maiden" }), plenty)).toMatchObject({
    person: { familyName: "Fableworth" },
  });
});

test("several who fit only part of it are none who fit it", async ({ demographics, gateway }) => {
  demographics.know(wren);
  demographics.know(robin);

  expect(await gateway.search(terms({ postcode: "ZZ9 9ZZ" }), plenty)).toEqual({ kind: "none" });
});

test("of a restricted record the address stays where it is, also when it is guessed", async ({
  demographics,
  gateway,
}) => {
  demographics.know({ ...wren, security: "R" });

  const byName = await gateway.search(terms(), plenty);
  const byPlace = await gateway.search(terms({ postcode: "ZZ1 4AP" }), plenty);

  expect(byName).toMatchObject({ isAsTyped: true, person: { familyName: "Fableworth", postcode: null } });
  expect(byPlace).toMatchObject({ isAsTyped: false, person: { postcode: null } });
  expect(JSON.stringify([byName, byPlace])).not.toContain("4AP");
});

test("a very restricted record is withheld, and a redacted one is nobody's", async ({
  demographics,
  gateway,
}) => {
  demographics.know({ ...wren, security: "V" });
  expect(await gateway.search(terms(), plenty)).toEqual({ kind: "withheld" });
  demographics.know({ ...wren, security: "REDACTED" });
  expect(await gateway.search(terms(), plenty)).toEqual({ kind: "none" });
});

test("a number that has been replaced is given as the one in force", async ({ demographics, gateway }) => {
  demographics.know({ ...wren, supersededBy: "9990000042" });

  expect(await gateway.search(terms(), plenty)).toMatchObject({ person: { nhsNumber: "9990000042" } });
});

const troubles: readonly Trouble[] = [
  { status: 400 },
  { status: 403 },
  { status: 404 },
  { status: 409 },
  { status: 429, retryAfterSeconds: 30 },
  { status: 500 },
  { status: 503 },
  "html",
  "reset",
];

for (const trouble of troubles) {
  test(`${JSON.stringify(trouble)}: nothing is learnt, and the reason names nobody`, async ({
    demographics,
    gateway,
  }) => {
    demographics.know(wren);
    demographics.fail(trouble);
    const answer = await gateway.search(terms(), plenty);

    expect(answer).toMatchObject({ kind: "unavailable" });
    expect(JSON.stringify(answer)).not.toMatch(/fab|2019/i);
  });
}

test("whoever does not answer in time is not waited for", async ({ demographics, gateway }) => {
  demographics.know(wren);
  demographics.fail("hang");

  expect(await gateway.search(terms(), 200)).toEqual({ kind: "unavailable", reason: "TimeoutError" });
});

test("trouble at a later, wider question is no “none”", async ({ demographics, gateway }) => {
  const before = demographics.asked.length;
  demographics.fail({ status: 503, afterwards: 1 });

  expect(await gateway.search(terms({ postcode: "ZZ1" }), plenty)).toMatchObject({ kind: "unavailable" });
  expect(demographics.asked.slice(before)).toHaveLength(3);
});

test("what fails once is answered at the next try, under the same id", async ({ demographics, gateway }) => {
  demographics.know(wren);
  demographics.fail({ status: 502, times: 1 });
  const before = demographics.asked.length;

  expect(await gateway.search(terms(), plenty)).toMatchObject({ kind: "found" });
  const ids = demographics.asked.slice(before).map(({ requestId }) => requestId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("a token that is refused is replaced, and the search answered", async ({ demographics, gateway }) => {
  demographics.know(wren);
  await gateway.search(terms(), plenty);
  demographics.revokeTokens();

  expect(await gateway.search(terms(), plenty)).toMatchObject({ kind: "found" });
});

test("a star that is sent is one, and every wildcard has letters before it", async ({
  demographics,
  gateway,
}) => {
  const before = demographics.asked.length;
  await gateway.search(terms({ familyName: "Fab*", givenName: "Annabel", postcode: "ZZ1" }), plenty);

  const [first] = demographics.asked.slice(before);
  expect(Object.fromEntries(first?.parameters ?? [])).toEqual({
    _history: "true",
    family: "Fab*",
    given: "Ann*",
    birthdate: "eq2019-05-04",
    "address-postalcode": "ZZ1*",
  });
});

/** Answers of a service that does not keep to what was agreed, or that is not the one that was meant. */
const oddBodies = [
  ["a bundle of two", bundle([patient("9990000018"), patient("9990000026")]), "too-many"],
  ["a bundle that counts two and shows one", { ...bundle([patient("9990000018")]), total: 2 }, "too-many"],
  [
    "a bundle without a count and without anybody",
    { resourceType: "Bundle", type: "searchset" },
    "unavailable",
  ],
  ["a patient alone", patient("9990000018"), "unavailable"],
  ["a number that fails its check", bundle([patient("9990000019")]), "unavailable"],
  ["an outcome of another kind", outcome("INVALID_SEARCH_DATA"), "unavailable"],
  ["too many", outcome("TOO_MANY_MATCHES"), "too-many"],
  ["nothing", {}, "unavailable"],
] as const;

for (const [what, body, kind] of oddBodies) {
  test(`an answer is read with suspicion: ${what}`, async ({ demographics, gateway }) => {
    demographics.fail({ status: 200, body });

    expect(await gateway.search(terms(), plenty)).toMatchObject({ kind });
  });
}

function patient(id: string) {
  return { resourceType: "Patient", id, name: [{ family: "Fableworth", given: ["Wren"] }] };
}

function bundle(patients: readonly object[]) {
  const entry = patients.map((resource) => ({ resource }));
  return { resourceType: "Bundle", type: "searchset", total: entry.length, entry };
}

function outcome(code: string) {
  return { resourceType: "OperationOutcome", issue: [{ details: { coding: [{ code }] } }] };
}
