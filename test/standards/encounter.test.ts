import { expect } from "@playwright/test";
import type { Encounter } from "fhir/r4";
import { answerEncounter } from "@/server/standards/fhir/answer-encounter";
import { nhsNumbers, recordOf, test as base } from "@/test/support/fhir-asks";
import { readResource } from "@/test/support/fhir-schema";
import { makeNhsNumber } from "@/test/support/make-world";
import { standardsNow as now } from "@/test/support/standards";

type Body = Readonly<Record<string, unknown>>;

interface Reply {
  readonly status: number;
  readonly location: string | null;
  readonly body: Body;
}

interface Given {
  /** Posts as a hospital's system does, with the token of a person of the world's trust unless told otherwise. */
  readonly posts: (body: unknown, sending?: Sending) => Promise<Reply>;
}

interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly bearer?: string;
}

const test = base.extend<Given>({
  posts: async ({ service, token }, use) => {
    await use(async (body, { headers = {}, bearer } = {}) => {
      const authorization = `Bearer ${bearer ?? (await token())}`;
      const request = new Request("https://lantern.example/api/fhir/R4/Encounter", {
        method: "POST",
        headers: { Authorization: authorization, ...headers },
      });
      const response = await answerEncounter(service, { request, body, now });
      const { status } = response;
      return {
        status,
        location: response.headers.get("location"),
        body: (await readResource(response)) as Body,
      };
    });
  },
});

/** As an emergency department registers somebody, after the UK Core example. */
function encounter(nhsNumber: string, change: Partial<Record<keyof Encounter, unknown>> = {}) {
  return {
    resourceType: "Encounter",
    meta: { profile: ["https://fhir.hl7.org.uk/StructureDefinition/UKCore-Encounter"] },
    identifier: [{ system: "https://hospital.example/encounter", value: "ED-2026-11-0042" }],
    status: "arrived",
    class: { system: "http://terminology.hl7.org/CodeSystem/v3-ActCode", code: "EMER", display: "emergency" },
    subject: { identifier: { system: nhsNumbers, value: nhsNumber } },
    period: { start: "2026-11-23T21:05:00Z" },
    ...change,
  };
}

test("whoever is registered as arrived is an attendance, with the time, and the authority is told once", async ({
  posts,
  asks,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const headers = { TraceID: "arrival-1" };
  const { status, location, body } = await posts(encounter(nhsNumber), { headers });

  expect(status).toBe(201);
  expect(location).toBe(`https://lantern.example/api/fhir/R4/Encounter/${String(body["id"])}`);
  expect(body).toMatchObject({
    resourceType: "Encounter",
    status: "arrived",
    subject: { identifier: { value: nhsNumber } },
    serviceProvider: { identifier: { value: world.trust.code } },
  });
  expect(JSON.stringify(body)).not.toContain(world.authority.name);
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 1, audits: 1, alerts: 1 });
  expect(await world.sql(`select arrived_at from attendance where nhs_number = $1`, [nhsNumber])).toEqual([
    { arrived_at: new Date("2026-11-23T21:05:00Z") },
  ]);

  const triaged = await posts(encounter(nhsNumber, { status: "triaged" }), { headers: { TraceID: "later" } });
  expect(triaged.body["id"]).toBe(body["id"]);
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 1, audits: 1, alerts: 1 });
  // Whoever reads what is held looks for themselves, and joins the alert.
  expect((await asks(nhsNumber, { headers })).body).toMatchObject({ total: 1 });
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 2, attendances: 2, audits: 2, alerts: 1 });
});

test("all of one encounter is one incident, by whomever and under whichever reference it is sent", async ({
  posts,
  token,
  world,
}) => {
  const [first, second] = [await world.plan(), await world.plan()];
  const identifier = [{ value: "cad 4711" }];
  await posts(encounter(first.nhsNumber, { identifier, class: { code: "FLD" } }));
  await posts(encounter(second.nhsNumber, { identifier, class: { code: "FLD" } }));
  const bearer = await token({ subject: `other-${world.trust.code}` });
  await posts(encounter(first.nhsNumber, { identifier, status: "in-progress" }), { bearer });

  const incidents = await world.sql(
    `select call_number, (select count(*)::int from lookup where incident_id = incident.id) as lookups
     from incident where organisation_id = $1`,
    [world.trust.id],
  );
  expect(incidents).toEqual([{ call_number: "CAD4711", lookups: 3 }]);
  expect(await recordOf(world, first.nhsNumber)).toMatchObject({ lookups: 2, alerts: 1 });
});

test("of a child nobody knows the arrival is on record, and nobody is told", async ({ posts, world }) => {
  const nhsNumber = makeNhsNumber();
  expect((await posts(encounter(nhsNumber))).status).toBe(201);
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 0, audits: 1, alerts: 0 });
});

test("a child who comes on a plan while the encounter goes on is told when it is sent again, and once", async ({
  posts,
  world,
}) => {
  const nhsNumber = makeNhsNumber();
  await posts(encounter(nhsNumber));
  await world.plan({ nhsNumber });

  const [again, twice] = [await posts(encounter(nhsNumber)), await posts(encounter(nhsNumber))];
  expect([again.status, twice.status, twice.body["id"]]).toEqual([201, 201, again.body["id"]]);
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 2, attendances: 1, audits: 2, alerts: 1 });
});

const refused: readonly (readonly [string, (nhsNumber: string) => unknown, RegExp])[] = [
  ["no JSON, or a name twice", () => undefined, /each name once: this is none/],
  ["another resource", (number) => ({ ...encounter(number), resourceType: "Patient" }), /resourceType/],
  ["no identifier", (number) => encounter(number, { identifier: [] }), /identifier/],
  ["planned", (number) => encounter(number, { status: "planned" }), /status has to be one of/],
  ["finished", (number) => encounter(number, { status: "finished" }), /the child is there/],
  ["scheduled care", (number) => encounter(number, { class: { code: "AMB" } }), /EMER or FLD/],
  ["no start", (number) => encounter(number, { period: {} }), /period\.start is missing/],
  ["a start without a zone", (number) => startingAt(number, "2026-11-23T21:05:00"), /period\.start/],
  ["a start ahead", (number) => startingAt(number, "2026-11-23T21:20:00Z"), /lies ahead/],
  ["a start of last week", (number) => startingAt(number, "2026-11-16T21:05:00Z"), /more than a day/],
  ["a reference for a person", (number) => ({ ...encounter(number), subject: {} }), /subject\.identifier/],
  ["another system", (number) => numbered("https://hospital.example", number), /subject\.identifier/],
  ["spaces in the number", (number) => numbered(nhsNumbers, ` ${number}`), /10 digits/],
  ["a wrong check digit", () => numbered(nhsNumbers, "9990000019"), /Invalid NHS number/],
];

function startingAt(nhsNumber: string, start: string) {
  return encounter(nhsNumber, { period: { start } });
}

function numbered(system: string, value: string) {
  return encounter("", { subject: { identifier: { system, value } } });
}

test("what is no arrival is refused in words that say what to mend, on record, and tells nobody", async ({
  posts,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  for (const [title, bodyOf, words] of refused) {
    const reply = await posts(bodyOf(nhsNumber));
    expect.soft(reply.status, title).toBe(400);
    expect.soft(reply.body, title).toMatchObject({ issue: [{ diagnostics: expect.stringMatching(words) }] });
    expect.soft(JSON.stringify(reply.body), title).not.toContain(nhsNumber);
  }
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 0, attendances: 0, audits: 0, alerts: 0 });
  const [row] = await world.sql(
    `select count(*)::int as count from audit where outcome = 'refused' and organisation_id = $1`,
    [world.trust.id],
  );
  expect(row).toEqual({ count: refused.length });
});

test("nobody, a stranger and whoever has only the silent right cannot register anybody", async ({
  posts,
  token,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const silent = await token({ activityCodes: ["B0170"] });
  const statuses = [
    await posts(encounter(nhsNumber), { bearer: "" }),
    await posts(encounter(nhsNumber), { bearer: "bad" }),
    await posts(encounter(nhsNumber), { bearer: silent }),
    await posts(encounter(nhsNumber), { headers: { IsUnscheduledAccessEvent: "false" } }),
    await posts(encounter(nhsNumber), { headers: { "Lantern-Care-Setting": "Moon" } }),
    await posts(encounter(nhsNumber), { headers: { Accept: "application/fhir+xml" } }),
  ].map(({ status }) => status);

  expect(statuses).toEqual([401, 401, 403, 400, 400, 406]);
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 0, attendances: 0, audits: 0, alerts: 0 });
});
