import { expect, test } from "@playwright/test";
import type { Bundle } from "fhir/r4";
import { auditEventBundle } from "@/server/standards/fhir/audit-events";
import { careTeamBundle } from "@/server/standards/fhir/care-teams";
import { LookupId, OrganisationId } from "@/server/vocabulary/ids";
import type { RegisterEntry, ResultCard } from "@/server/vocabulary/result-card";
import { expectValidResource } from "@/test/support/fhir-schema";

const place = { base: "https://lantern.example/api/fhir/R4", nhsNumber: "9990000018" };
const askedAt = new Date("2026-11-23T21:14:00Z");
const everyCard = {
  lookupId: LookupId.parse("00000000-0000-4000-8000-000000000001"),
  nhsNumber: place.nhsNumber,
  askedAt,
  clearsAt: askedAt,
  clearsInMs: 0,
  mode: "unscheduled",
  incident: null,
} as const;

type Plan = RegisterEntry["plans"][number];
const inForce: Plan = {
  kind: "child-protection",
  state: "in-force",
  startOn: "2022-09-26",
  endOn: null,
  dueOn: null,
};

const islington: RegisterEntry = {
  authorityId: OrganisationId.parse("00000000-0000-4000-8000-000000000002"),
  authorityName: "Islington",
  familyName: "Jones",
  givenNames: "Melanie",
  dateOfBirth: "2018-05-04",
  plans: [inForce],
  numbers: {
    first: { label: "Emergency duty team", number: "01632 960200" },
    other: { label: "Children’s social care", number: "01632 960100" },
  },
  isOfficeOpen: false,
  listReceivedAt: askedAt,
  isNumberReplaced: false,
};

function held(...entries: RegisterEntry[]): ResultCard {
  return { ...everyCard, answer: "held", entries, attendances: [] };
}

function careTeams(card: ResultCard): Bundle {
  const bundle = careTeamBundle(card, place);
  expectValidResource(bundle);
  return bundle;
}

const publishedPlan = {
  category: [
    {
      coding: [
        {
          system: "http://snomed.info/sct",
          code: "342191000000101",
          display: "Subject to child protection plan",
        },
      ],
    },
  ],
  name: "Islington",
  subject: {
    identifier: { system: "https://fhir.nhs.uk/Id/nhs-number", value: "9990000018" },
    display: "Melanie JONES",
  },
  period: { start: "2022-09-26", end: "2023-09-26" },
  telecom: [
    { system: "phone", value: "01632 960100", use: "work", rank: 2 },
    { system: "phone", value: "01632 960200", use: "mobile", rank: 1 },
  ],
};

test("a plan is told in the fields of the published example, one by one", () => {
  const bundle = careTeams(held({ ...islington, plans: [{ ...inForce, endOn: "2023-09-26" }] }));
  const id = bundle.entry?.[0]?.resource?.id ?? "";

  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(bundle).toEqual({
    resourceType: "Bundle",
    type: "searchset",
    total: 1,
    link: [
      {
        relation: "self",
        url: `${place.base}/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9990000018`,
      },
    ],
    entry: [
      {
        fullUrl: `${place.base}/CareTeam/${id}`,
        resource: { resourceType: "CareTeam", id, ...publishedPlan },
        search: { mode: "match" },
      },
    ],
  });
});

const kinds = [
  ["child-protection", "342191000000101"],
  ["looked-after", "764841000000100"],
  ["unborn", "818901000000100"],
] as const;

test("each kind of plan has its code, and each authority and plan is a care team of its own", () => {
  const plans = kinds.map(([kind]) => ({ ...inForce, kind }));
  const other = { ...islington, authorityId: OrganisationId.parse("00000000-0000-4000-8000-000000000003") };
  const bundle = careTeams(held({ ...islington, plans }, other));
  const codes = [...kinds.map(([, code]) => code), "342191000000101"];
  expect(bundle.entry).toMatchObject(
    codes.map((code) => ({ resource: { category: [{ coding: [{ code }] }] }, search: { mode: "match" } })),
  );
  expect(bundle.total).toBe(4);
  expect(new Set(bundle.entry?.map(({ resource }) => resource?.id)).size).toBe(4);
});

test("the office's number is work and the emergency team's mobile at every hour; rank says which is answered", () => {
  const { first, other } = islington.numbers;
  const open = careTeams(held({ ...islington, numbers: { first: other, other: first }, isOfficeOpen: true }));

  expect(open.entry?.[0]?.resource).toMatchObject({
    telecom: [
      { use: "work", value: "01632 960100", rank: 1 },
      { use: "mobile", value: "01632 960200", rank: 2 },
    ],
  });
});

const notes: readonly { readonly plan: Plan; readonly note: string | undefined }[] = [
  { plan: inForce, note: undefined },
  { plan: { ...inForce, state: "ended", endOn: "2026-10-01" }, note: "Ended." },
  {
    plan: { ...inForce, kind: "unborn", dueOn: "2027-01-15" },
    note: "The plan is for the unborn child of this patient, not for the patient. Due on 2027-01-15.",
  },
  {
    plan: { ...inForce, kind: "unborn", state: "past-due", dueOn: "2026-11-01" },
    note: "The plan is for the unborn child of this patient, not for the patient. Due on 2026-11-01. The due date has passed; it is not known whether the child was born.",
  },
];

test("a note says what the national resource has no place for", () => {
  for (const { plan, note } of notes) {
    const [entry] = careTeams(held({ ...islington, plans: [plan] })).entry ?? [];
    if (note === undefined) expect.soft(entry?.resource).not.toHaveProperty("note");
    else expect.soft(entry?.resource).toHaveProperty("note", [{ text: note }]);
  }
});

test("none held is no match, and says that it does not mean safe and how fresh the register is", () => {
  const card: ResultCard = { ...everyCard, answer: "none-held", freshness: { staleLists: 2, lists: 153 } };
  const bundle = careTeams(card);

  expect(bundle.total).toBe(0);
  expect(bundle.entry?.map(({ search }) => search?.mode)).toEqual(["outcome"]);
  expect(JSON.stringify(bundle.entry)).toContain("does not mean that the child is safe");
  expect(JSON.stringify(bundle.entry)).toContain("2 of 153 authorities");
});

test("a number that was replaced is said beside the answer", () => {
  const bundle = careTeams(held({ ...islington, isNumberReplaced: true }));

  expect(bundle.total).toBe(1);
  expect(bundle.entry?.at(-1)).toMatchObject({
    search: { mode: "outcome" },
    resource: { issue: [{ severity: "information", diagnostics: expect.stringContaining("replaced") }] },
  });
});

const id = "00000000-0000-4000-8000-000000000009";
const access = {
  id,
  attendedAt: new Date("2026-09-07T17:36:41Z"),
  personName: "Paula Palmer",
  role: "crew",
  organisationCode: "RKE",
  organisationName: "The Whittington Hospital",
  careSettingName: "Maternity",
} as const;

const publishedAccess = {
  type: {
    system: "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle",
    code: "access",
    display: "Access/View Record Lifecycle Event",
  },
  recorded: "2026-09-07T17:36:41.000Z",
  agent: [
    {
      type: { coding: [coding("PAT", "patient")] },
      who: { identifier: { system: "https://fhir.nhs.uk/Id/nhs-number", value: "9990000018" } },
      requestor: false,
    },
    {
      type: { coding: [coding("ASSIGNED", "assigned entity")] },
      who: { reference: `PractitionerRole/${id}` },
      requestor: true,
    },
  ],
  source: { observer: { reference: `PractitionerRole/${id}` } },
};

const publishedRole = {
  practitioner: { display: "Paula Palmer" },
  organization: {
    identifier: { system: "https://fhir.nhs.uk/Id/ods-organization-code", value: "RKE" },
    display: "The Whittington Hospital",
  },
  code: [{ coding: [{ display: "Crew" }] }],
  location: [{ display: "Maternity" }],
};

test("an access is told in the fields of the published example, with the role in which it was made", () => {
  const bundle = auditEventBundle(held(islington), [access], place);
  expectValidResource(bundle);

  expect(bundle.total).toBe(1);
  expect(bundle.entry).toEqual([
    {
      fullUrl: `${place.base}/AuditEvent/${id}`,
      search: { mode: "match" },
      resource: { resourceType: "AuditEvent", id, ...publishedAccess },
    },
    {
      fullUrl: `${place.base}/PractitionerRole/${id}`,
      search: { mode: "include" },
      resource: { resourceType: "PractitionerRole", id, ...publishedRole },
    },
  ]);
});

function coding(code: string, display: string) {
  return { system: "http://terminology.hl7.org/CodeSystem/v3-RoleClass", code, display };
}
