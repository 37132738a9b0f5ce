import { expect, test } from "@playwright/test";
import { readJson } from "@/server/api/read-json";
import { cardsFor, couldNotCheckCard } from "@/server/standards/cds-hooks/cards";
import { patientInContext, readHook } from "@/server/standards/cds-hooks/read-hook";
import { mostBytes } from "@/server/standards/cds-hooks/reply";
import { LookupId, OrganisationId } from "@/server/vocabulary/ids";
import type { RegisterEntry, ResultCard } from "@/server/vocabulary/result-card";
import { makeHookBody } from "@/test/support/hook-body";

const origin = "https://lantern.example";
const everyCard = {
  lookupId: LookupId.parse("00000000-0000-4000-8000-000000000001"),
  nhsNumber: "9990000018",
  askedAt: new Date("2026-11-23T21:14:00Z"),
  clearsAt: new Date("2026-11-23T21:44:00Z"),
  clearsInMs: 30 * 60_000,
  mode: "unscheduled",
  incident: null,
} as const;
const leeds: RegisterEntry = {
  authorityId: OrganisationId.parse("00000000-0000-4000-8000-000000000002"),
  authorityName: "Leeds",
  familyName: "Example",
  givenNames: "Robin",
  dateOfBirth: "2020-02-29",
  plans: [{ kind: "child-protection", state: "in-force", startOn: "2026-01-05", endOn: null, dueOn: null }],
  numbers: {
    first: { label: "Emergency duty team", number: "01632 960200" },
    other: { label: "Children’s social care", number: "01632 960100" },
  },
  isOfficeOpen: false,
  listReceivedAt: everyCard.askedAt,
  isNumberReplaced: false,
};

function held(...entries: RegisterEntry[]): ResultCard {
  return { ...everyCard, answer: "held", entries, attendances: [] };
}

test("a held plan is one card: the authority, the number to ring now, and the way into Lantern", () => {
  const [card, ...others] = cardsFor(held(leeds), origin);

  expect(others).toEqual([]);
  expect(card).toMatchObject({
    uuid: everyCard.lookupId,
    summary: "Known to children's social care: Leeds. Ring 01632 960200 now.",
    indicator: "warning",
    source: { label: "Lantern (CP-IS)" },
    links: [
      { type: "absolute", url: `${origin}/check/${everyCard.lookupId}` },
      { type: "absolute", url: `${origin}/directory` },
    ],
  });
  for (const words of ["Robin Example", "Child protection plan", "01632 960100", "has been told"])
    expect(card?.detail).toContain(words);
  expect(JSON.stringify(card)).not.toContain(everyCard.nhsNumber);
});

test("two authorities are on one card, and a summary is never longer than the specification allows", () => {
  const many = Array.from({ length: 6 }, (_, index) => ({
    ...leeds,
    authorityName: `Authority of a very long name ${String(index)}`,
  }));
  const summaries = [[leeds, { ...leeds, authorityName: "Hackney" }], many].map(
    (entries) => cardsFor(held(...entries), origin)[0]?.summary ?? "",
  );

  expect(summaries[0]).toBe("Known to children's social care: Leeds, Hackney. Numbers below.");
  for (const summary of summaries) expect(summary.length).toBeLessThan(140);
});

test("a name that looks like Markdown or a tag is shown as it is", () => {
  const familyName = "<img src=x> [click](https://other) *bold*";
  const [card] = cardsFor(held({ ...leeds, familyName }), origin);

  expect(card?.detail).toContain("&lt;img src=x\\> \\[click\\]\\(https://other\\) \\*bold\\*");
  expect(card?.detail).not.toContain("<img");
});

test("none held gives no card, and could not check gives one that says it is not the same", () => {
  const none: ResultCard = { ...everyCard, answer: "none-held", freshness: { staleLists: 0, lists: 1 } };
  expect(cardsFor(none, origin)).toEqual([]);

  const card = couldNotCheckCard("There is no NHS number in this record.", origin);
  expect(card.summary).toMatch(/^Could not check/);
  expect(card.summary.length).toBeLessThan(140);
  expect(card.detail).toContain("does not mean that nothing is known");
  expect(card).not.toHaveProperty("uuid");
});

const system = "https://fhir.nhs.uk/Id/nhs-number";
const patient = (change: object) => ({ resourceType: "Patient", id: "1288992", ...change });
const numbered = (...values: string[]) => patient({ identifier: values.map((value) => ({ system, value })) });

test("only the patient in context is asked about, by the one NHS number that the record has", () => {
  for (const [title, sent, expected] of [
    ["the number", numbered("9990000018"), "9990000018"],
    ["the number with spaces", numbered("999 000 0018"), "9990000018"],
    ["the number twice", numbered("9990000018", "9990000018"), "9990000018"],
    [
      "an old number beside it",
      patient({
        identifier: [
          { system, value: "9990000026", use: "old" },
          { system, value: "9990000018" },
          { system: "urn:local", value: "1" },
        ],
      }),
      "9990000018",
    ],
    ["no patient", undefined, /did not send/],
    ["another resource", { resourceType: "Person", id: "1288992" }, /did not send/],
    ["another patient", { ...numbered("9990000018"), id: "7" }, /another patient/],
    ["a patient without an id", { ...numbered("9990000018"), id: undefined }, /another patient/],
    ["no number", patient({}), /no NHS number/],
    ["two numbers", numbered("9990000018", "9990000026"), /two NHS numbers/],
    ["a wrong number", numbered("9990000019"), /is wrong/],
    ["a Scottish number", numbered("0101010001"), /Scottish/],
  ] as const) {
    const read = readHook(makeHookBody({ patient: sent }), "patient-view");
    const number = read.ok ? patientInContext(read.request) : undefined;
    if (typeof expected === "string")
      expect.soft(number, title).toMatchObject({ ok: true, nhsNumber: expected });
    else expect.soft(number, title).toMatchObject({ ok: false, words: expect.stringMatching(expected) });
  }
});

test("a body that is no call of this hook is refused by the name of the field", () => {
  const body = makeHookBody({});
  for (const [title, sent, words] of [
    ["nothing", undefined, /256 kB/],
    ["a list", [], /the body/],
    ["another hook", { ...body, hook: "order-sign" }, /for the hook/],
    ["no instance", { ...body, hookInstance: "1" }, /hookInstance/],
    ["no context", { ...body, context: {} }, /context.userId/],
    ["no encounter", { ...body, hook: "encounter-start" }, /context.encounterId/],
    ["a token that is none", { ...body, extension: { "lantern.person-token": 7 } }, /extension/],
  ] as const) {
    const hook = title === "no encounter" ? "encounter-start" : "patient-view";
    expect.soft(readHook(sent, hook), title).toMatchObject({
      ok: false,
      words: expect.stringMatching(words),
    });
  }
});

test("a body of 10 MB is not read, and one that is deeply nested does no harm", async () => {
  const sent = (body: string) =>
    readJson(
      new Request("http://localhost/api/cds-services/x", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      }),
      mostBytes,
    );
  const deep = `${"[".repeat(120_000)}${"]".repeat(120_000)}`;

  expect(await sent(JSON.stringify({ hook: "x".repeat(10_000_000) }))).toBeUndefined();
  expect(readHook(await sent(deep), "patient-view").ok).toBe(false);
  const nested = JSON.stringify(makeHookBody({ patient: "here" })).replace('"here"', deep);
  const read = readHook(await sent(nested), "patient-view");
  expect(read.ok && patientInContext(read.request).ok).toBe(false);
});
