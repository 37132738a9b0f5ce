import { expect, test } from "@playwright/test";
import { negotiate } from "@/server/standards/fhir/negotiate";
import { readHeaders } from "@/server/standards/fhir/read-headers";
import { readSearch } from "@/server/standards/fhir/read-search";
import { requestIdOf } from "@/server/standards/request-id";

const number = "9990000018";
const asked = `patient:identifier=https://fhir.nhs.uk/Id/nhs-number|${number}`;

test("one number of the national system is understood, however the address is written", () => {
  for (const query of [
    asked,
    `patient%3Aidentifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C${number}`,
    `${asked}&_format=json`,
    `${asked}&_include=AuditEvent:entity-type=http://terminology.hl7.org/CodeSystem/v3-RoleClass|ASSIGNED`,
  ])
    expect.soft(readSearch(new URLSearchParams(query)), query).toEqual({ ok: true, nhsNumber: number });
});

const refusedSearches = [
  ["nothing", ""],
  ["no identifier", "_format=json"],
  ["two identifiers", `${asked}&patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9990000026`],
  ["two identifiers in one", `${asked},https://fhir.nhs.uk/Id/nhs-number|9990000026`],
  ["the same identifier twice", `${asked}&${asked}`],
  ["another system", `patient:identifier=https://fhir.nhs.uk/Id/local|${number}`],
  ["the system in lower case", `patient:identifier=https://fhir.nhs.uk/id/nhs-number|${number}`],
  ["no system", `patient:identifier=${number}`],
  ["an empty system", `patient:identifier=|${number}`],
  ["a system alone", "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|"],
  ["more after the number", `${asked}|more`],
  ["spaces in the number", "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|999 000 0018"],
  ["spaces around the number", `patient:identifier=https://fhir.nhs.uk/Id/nhs-number| ${number}`],
  ["a line end", `${asked}%0A`],
  ["9 digits", "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|999000001"],
  ["11 digits", `patient:identifier=https://fhir.nhs.uk/Id/nhs-number|${number}1`],
  ["digits of another script", "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|９９９００００１８"],
  ["a wrong check digit", "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9990000019"],
  ["a Scottish number", "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|0101010001"],
  ["another search parameter", `${asked}&category=342191000000101`],
  ["a page size", `${asked}&_count=1`],
  ["a chained search", `patient.identifier=https://fhir.nhs.uk/Id/nhs-number|${number}`],
] as const;

test("any other search is refused as the national interface does, in words without the number", () => {
  for (const [title, query] of refusedSearches) {
    const read = readSearch(new URLSearchParams(query));
    expect.soft(read, title).toMatchObject({
      ok: false,
      fault: { status: 400, type: "invalid", national: "INVALID_SEARCH_DATA" },
    });
    if (!read.ok) expect.soft(read.fault.words, title).not.toMatch(/\d{4}/);
  }
});

const silent = { ok: true, mode: "scheduled", trace: undefined, careSetting: undefined };
const told = { ...silent, mode: "unscheduled" };
const wrongHeader = { ok: false, fault: { status: 400, national: "PRECONDITION_FAILED" } };
const trace = "6ede3b9d-a81b-4c75-9d77-e1d64d85c323";

test("headers are read as the national interface does; what is not said tells the authority", () => {
  for (const [headers, expected] of [
    [{}, told],
    [{ IsUnscheduledAccessEvent: "true" }, told],
    [{ IsUnscheduledAccessEvent: "false" }, silent],
    [{ IsUnscheduledAccessEvent: "FALSE" }, silent],
    [{ IsUnscheduledEvent: "false" }, silent],
    [{ IsUnscheduledAccessEvent: "false", IsUnscheduledEvent: "true" }, wrongHeader],
    [{ IsUnscheduledAccessEvent: "" }, wrongHeader],
    [{ IsUnscheduledAccessEvent: "no" }, wrongHeader],
    [{ IsUnscheduledAccessEvent: "false, true" }, wrongHeader],
    [{ TraceID: trace }, { ...told, trace }],
    [{ "X-Request-ID": trace }, { ...told, trace }],
    [
      { TraceID: trace, "X-Request-ID": "other" },
      { ...told, trace },
    ],
    [{ TraceID: `${trace}, ${trace}` }, wrongHeader],
    [{ TraceID: "" }, wrongHeader],
    [{ TraceID: "x".repeat(101) }, wrongHeader],
    [{ "Lantern-Care-Setting": "Ward 3" }, { ...told, careSetting: "Ward 3" }],
    [{ "Lantern-Care-Setting": "x".repeat(201) }, wrongHeader],
  ] as const)
    expect.soft(readHeaders(new Headers(headers)), JSON.stringify(headers)).toMatchObject(expected);
});

test("the answer is JSON: who takes nothing else is told so", () => {
  for (const [query, accept, isSpoken] of [
    ["", null, true],
    ["", "*/*", true],
    ["", "application/fhir+json", true],
    ["", "application/fhir+json;fhirVersion=4.0", true],
    ["", "text/html, application/json;q=0.5", true],
    ["", "application/fhir+xml", false],
    ["", "application/json;q=0", false],
    ["", "", false],
    ["_format=json", "application/fhir+xml", true],
    ["_format=application/fhir+json", null, true],
    ["_format=application%2Ffhir%2Bjson", null, true],
    ["_format=xml", "application/fhir+json", false],
    ["_format=json&_format=xml", null, false],
  ] as const) {
    const refused = negotiate(new URLSearchParams(query), accept);
    expect.soft(refused === undefined, `${query} ${String(accept)}`).toBe(isSpoken);
  }
});

test("a question sent twice is one; another number, mode, reference or hour is another", () => {
  const now = new Date("2026-11-23T21:14:00Z");
  const question = { trace, mode: "unscheduled", nhsNumber: number, now } as const;
  const first = requestIdOf(question);

  expect(requestIdOf({ ...question, now: new Date("2026-11-23T21:29:00Z") })).toBe(first);
  for (const change of [
    { nhsNumber: "9990000026" },
    { mode: "scheduled" as const },
    { trace: "another" },
    { now: new Date("2026-11-23T21:44:00Z") },
    { trace: undefined },
  ])
    expect.soft(requestIdOf({ ...question, ...change }), JSON.stringify(change)).not.toBe(first);
});
