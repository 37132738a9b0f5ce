import { expect } from "@playwright/test";
import { Client } from "fhir-kit-client";
import { answerMetadata } from "@/server/standards/fhir/answer-metadata";
import { answerSearch } from "@/server/standards/fhir/answer-search";
import { nhsNumbers, recordOf, test } from "@/test/support/fhir-asks";
import { makeNhsNumber } from "@/test/support/make-world";
import { standardsNow as now } from "@/test/support/standards";
import { startStandardsDoor } from "@/test/support/standards-door";

test("a held plan is answered, and is on record and told like a look on a phone", async ({ asks, world }) => {
  const { nhsNumber } = await world.plan();
  const { status, headers, body } = await asks(nhsNumber);

  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("application/fhir+json");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(body).toMatchObject({
    total: 1,
    entry: [{ resource: { name: world.authority.name, telecom: [{ use: "work" }, { use: "mobile" }] } }],
  });
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 1, audits: 1, alerts: 1 });
  const [row] = await world.sql(
    `select person.name, person.subject, lookup.role, lookup.mode, number_source, care_setting.name as setting
     from lookup join person on person.id = person_id join care_setting on care_setting.id = care_setting_id
     where nhs_number = $1`,
    [nhsNumber],
  );
  expect(row).toEqual({
    name: "Sam Okoro",
    subject: `sub-${world.trust.code}`,
    role: "crew",
    mode: "unscheduled",
    number_source: "system",
    setting: "Ambulance",
  });
});

test("both halves of the pair with one TraceID are one look; another TraceID is another, folded into the alert", async ({
  asks,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const headers = { TraceID: "6ede3b9d-a81b-4c75-9d77-e1d64d85c323" };
  const [careTeam, again, audit] = [
    await asks(nhsNumber, { headers }),
    await asks(nhsNumber, { headers }),
    await asks(nhsNumber, { headers, resource: "AuditEvent" }),
  ];

  expect(again.body).toEqual(careTeam.body);
  expect(careTeam.headers.get("x-request-id")).toBe(headers.TraceID);
  expect(audit.body).toMatchObject({
    total: 1,
    entry: [
      { resource: { resourceType: "AuditEvent", recorded: now.toISOString() } },
      {
        resource: {
          practitioner: { display: "Sam Okoro" },
          organization: { identifier: { value: world.trust.code }, display: world.trust.name },
        },
      },
    ],
  });
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 1, audits: 1, alerts: 1 });

  await asks(nhsNumber, { headers: { TraceID: "another" } });
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 2, attendances: 2, audits: 2, alerts: 1 });
});

test("two with one TraceID at the same moment are one look", async ({ asks, world }) => {
  const { nhsNumber } = await world.plan();
  const headers = { TraceID: "at-once" };
  const replies = await Promise.all([1, 2, 3].map(() => asks(nhsNumber, { headers })));

  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 1, audits: 1, alerts: 1 });
});

test("a silent view tells nobody, and one that was silent is never taken for one that told", async ({
  asks,
  token,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const bearer = await token({ activityCodes: ["B0107", "B0170"] });
  const silent = { TraceID: "same", IsUnscheduledAccessEvent: "false" };

  expect((await asks(nhsNumber, { bearer, headers: silent })).body.total).toBe(1);
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 0, audits: 1, alerts: 0 });
  await asks(nhsNumber, { bearer, headers: { TraceID: "same" } });
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 2, attendances: 1, audits: 2, alerts: 1 });
});

test("none held is 200 with total 0 in both halves, and is on record", async ({ asks, world }) => {
  const nhsNumber = makeNhsNumber();
  for (const resource of ["CareTeam", "AuditEvent"] as const)
    expect(await asks(nhsNumber, { resource })).toMatchObject({ status: 200, body: { total: 0 } });
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 2, attendances: 0, audits: 2, alerts: 0 });
});

test("of more than 25 accesses the newest 25 are told", async ({ asks, world }) => {
  const { nhsNumber } = await world.plan();
  const crew = await world.person("crew");
  await world.sql(
    `with looks as (
       insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer, asked_at)
       select $1, gen_random_uuid(), $2, $3, 'crew', 'unscheduled', $4, 'held', $5::timestamptz - n * interval '1 day'
       from generate_series(1, 30) n returning id, asked_at)
     insert into attendance (lookup_id, nhs_number, organisation_id, care_setting_id, person_id, role, attended_at)
     select id, $4, $2, $3, $1, 'crew', asked_at from looks`,
    [crew.personId, world.trust.id, world.careSetting.id, nhsNumber, now],
  );
  const { body } = await asks(nhsNumber, { resource: "AuditEvent" });

  expect(body.total).toBe(25);
  expect(body.entry?.[0]?.resource).toMatchObject({ recorded: now.toISOString() });
});

test("a superseded number is answered, and says so", async ({ asks, world }) => {
  const newer = makeNhsNumber();
  const { nhsNumber } = await world.plan({ supersededBy: newer });

  for (const asked of [nhsNumber, newer])
    expect(await asks(asked)).toMatchObject({
      status: 200,
      body: { total: 1, entry: [{}, { search: { mode: "outcome" } }] },
    });
});

test("a FHIR client that knows nothing of Lantern reads what it can do, a plan and who looked", async ({
  service,
  token,
  world,
}) => {
  const door = await startStandardsDoor((request) => {
    const [resource] = new URL(request.url).pathname.split("/").slice(-1);
    return resource === "CareTeam" || resource === "AuditEvent"
      ? answerSearch(service, request, { resource, now })
      : answerMetadata(service, request);
  });
  try {
    const { nhsNumber } = await world.plan({ kind: "looked-after" });
    const client = new Client({ baseUrl: `${door.origin}/api/fhir/R4`, bearerToken: await token() });
    const searchParams = { "patient:identifier": `${nhsNumbers}|${nhsNumber}` };

    expect(await client.capabilityStatement()).toMatchObject({ fhirVersion: "4.0.1" });
    expect(await client.search({ resourceType: "CareTeam", searchParams })).toMatchObject({
      total: 1,
      entry: [{ resource: { category: [{ coding: [{ code: "764841000000100" }] }] } }],
    });
    expect(
      await client.search({
        resourceType: "AuditEvent",
        searchParams: {
          ...searchParams,
          _include: "AuditEvent:entity-type=http://terminology.hl7.org/CodeSystem/v3-RoleClass|ASSIGNED",
        },
      }),
    ).toMatchObject({ total: 2 });
    await expect(
      client.search({
        resourceType: "CareTeam",
        searchParams: { "patient:identifier": `${nhsNumbers}|123` },
      }),
    ).rejects.toMatchObject({ response: { status: 400, data: { resourceType: "OperationOutcome" } } });
  } finally {
    await door.stop();
  }
});
