import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { capabilityStatement } from "@/server/standards/fhir/capability-statement";
import { methodNotAllowed, notFound } from "@/server/standards/fhir/reply";
import { expectValidResource, faultsIn, readResource } from "@/test/support/fhir-schema";

const issue = { severity: "error", code: "invalid" };
const outcome = { resourceType: "OperationOutcome", issue: [issue] };

const wrong: readonly (readonly [string, unknown, RegExp])[] = [
  ["nothing", undefined, /no resourceType/],
  ["no type", { issue: [issue] }, /no resourceType/],
  ["a type that is none", { resourceType: "Plan" }, /\(Plan\) is no resource/],
  ["a definition that is no resource", { resourceType: "Meta" }, /^\(Meta\) must NOT have additional/],
  ["a field that is none", { ...outcome, words: "No." }, /^\(OperationOutcome\) must NOT have additional/],
  ["a field that is missing", { resourceType: "OperationOutcome" }, /must have required property 'issue'/],
  [
    "a code that is none",
    { ...outcome, issue: [{ ...issue, severity: "bad" }] },
    /\/issue\/0\/severity must/,
  ],
  ["a time without a zone", { ...event(), recorded: "2026-11-23T21:14:00" }, /\/recorded must match/],
  ["an empty list", bundle(outcome, { link: [] }), /^\(Bundle\)\/link is empty/],
  [
    "a wrong one inside",
    bundle({ ...outcome, issue: [{ ...issue, code: "x" }] }),
    /resource\(OperationO.*code/,
  ],
  ["one without a type inside", bundle({ issue: [issue] }), /\/entry\/0\/resource must have required/],
];

function bundle(resource: object, more: object = {}) {
  return { resourceType: "Bundle", type: "searchset", entry: [{ resource }], ...more };
}

function event() {
  const who = { display: "Sam Okoro" };
  return {
    resourceType: "AuditEvent",
    type: { code: "access" },
    recorded: "2026-11-23T21:14:00Z",
    agent: [{ who, requestor: true }],
    source: { observer: who },
  };
}

test("a resource that is wrong is found out, with the place; a good one is not", () => {
  for (const [title, resource, words] of wrong) {
    const faults = faultsIn(resource);
    expect.soft(faults.join("\n"), title).toMatch(words);
  }
  for (const good of [outcome, event(), bundle(outcome)]) expect.soft(faultsIn(good)).toEqual([]);
});

test("what the door says of itself, and of what is not there, is FHIR R4", async () => {
  expectValidResource(capabilityStatement("https://lantern.example/api/fhir/R4"));
  for (const reply of [methodNotAllowed(), notFound()]) await readResource(reply);
});

test("the resources that docs/integrating.md sends are FHIR R4", () => {
  const document = path.join(import.meta.dirname, "..", "..", "docs", "integrating.md");
  const sent = [...readFileSync(document, "utf8").matchAll(/-d '(\{.*?\})'(?= \||\n)/gs)]
    .map(([, body = ""]) => body.replaceAll(/'"\$\(date .*?\)"'/g, "2026-11-23T21:14:00Z"))
    .map((body): unknown => JSON.parse(body.replaceAll(/'"\$(\w+)"'/g, "https://example.org/$1")))
    .filter((body) => !JSON.stringify(body).includes('"hookInstance"'));
  expect(sent).toMatchObject([{ resourceType: "Encounter" }, { resourceType: "Subscription" }]);
  expect(sent.flatMap(faultsIn)).toEqual([]);
});
