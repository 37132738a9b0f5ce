import { expect } from "@playwright/test";
import type { Appointment } from "fhir/r4";
import { answerAppointment } from "@/server/standards/fhir/answer-appointment";
import { appointmentKindSystem, missedExtension } from "@/server/standards/fhir/read-appointment";
import { nhsNumbers, recordOf, test as base } from "@/test/support/fhir-asks";
import { expectValidResource, readResource } from "@/test/support/fhir-schema";
import { makeNhsNumber } from "@/test/support/make-world";
import { standardsNow as now } from "@/test/support/standards";

interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  readonly bearer?: string;
}

interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Given {
  /** Posts as a clinic's system does, with the token of somebody who has the silent right unless told otherwise. */
  readonly posts: (body: unknown, sending?: Sending) => Promise<Reply>;
}

const clinic = { activityCodes: ["B0170"] };

const test = base.extend<Given>({
  posts: async ({ service, token }, use) => {
    await use(async (body, { headers = {}, bearer } = {}) => {
      const authorization = `Bearer ${bearer ?? (await token(clinic))}`;
      const request = new Request("https://lantern.example/api/fhir/R4/Appointment", {
        method: "POST",
        headers: { Authorization: authorization, ...headers },
      });
      const response = await answerAppointment(service, { request, body, now });
      return { status: response.status, body: (await readResource(response)) as Reply["body"] };
    });
  },
});

const word: readonly unknown[] = [
  { url: "worried", valueBoolean: false },
  { url: "followUp", valueCode: "rebooked" },
  { url: "callBack", valueString: "01632 960123" },
  { url: "missedBefore", valueUnsignedInt: 2 },
];

function patient(value: string, system = nhsNumbers) {
  return { actor: { type: "Patient", identifier: { system, value } }, status: "accepted" };
}

/** As a dental clinic's system writes that a child was not brought. */
function appointment(nhsNumber: string, change: Partial<Record<keyof Appointment, unknown>> = {}) {
  return {
    resourceType: "Appointment",
    extension: [{ url: missedExtension, extension: word }],
    identifier: [{ system: "https://clinic.example/appointment", value: "D-4711" }],
    status: "noshow",
    serviceType: [{ coding: [{ system: appointmentKindSystem, code: "dental" }] }],
    start: "2026-11-23T14:30:00Z",
    participant: [patient(nhsNumber), { actor: { type: "Location", display: "Room 2" }, status: "accepted" }],
    ...change,
  };
}

test("a child who was not brought is reported in the clinician's words, once, by a silent look", async ({
  posts,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  expectValidResource(appointment(nhsNumber));
  const { status, body } = await posts(appointment(nhsNumber));
  const again = await posts(appointment(nhsNumber), { headers: { TraceID: "another" } });

  expect([status, again.status, again.body["id"]]).toEqual([201, 201, body["id"]]);
  expect(body).toMatchObject({
    resourceType: "Appointment",
    status: "noshow",
    start: "2026-11-23T14:30:00.000Z",
  });
  expect(JSON.stringify(body)).not.toContain(world.authority.name);
  expect(await recordOf(world, nhsNumber)).toMatchObject({ lookups: 1, attendances: 0, alerts: 1 });
  const reports = await world.sql(
    `select appointment_kind, missed_at, missed_before, follow_up, missed.call_back_number, is_worried, alert.kind
     from missed_appointment missed join lookup on lookup.id = missed.lookup_id
       join alert on alert.lookup_id = lookup.id
     where lookup.nhs_number = $1`,
    [nhsNumber],
  );
  expect(reports).toEqual([
    {
      appointment_kind: "dental",
      missed_at: new Date("2026-11-23T14:30:00Z"),
      missed_before: 2,
      follow_up: "rebooked",
      call_back_number: "01632 960123",
      is_worried: false,
      kind: "was-not-brought",
    },
  ]);
});

test("of a child nobody knows the look is on record, nobody is told, and the reply is the same", async ({
  posts,
  world,
}) => {
  const nhsNumber = makeNhsNumber();
  const { status, body } = await posts(appointment(nhsNumber, { serviceType: [] }));

  expect(status).toBe(201);
  expect(body).toMatchObject({ serviceType: [{ coding: [{ code: "other" }] }] });
  expect(await recordOf(world, nhsNumber)).toMatchObject({ lookups: 1, alerts: 0 });
});

test("a child who comes on a plan is told of when it is sent again, and so is another word of the clinician", async ({
  posts,
  world,
}) => {
  const nhsNumber = makeNhsNumber();
  const first = await posts(appointment(nhsNumber));
  await world.plan({ nhsNumber });
  const [again, twice] = [await posts(appointment(nhsNumber)), await posts(appointment(nhsNumber))];
  const worried = await posts(
    saying(nhsNumber, [{ url: "worried", valueBoolean: true }, ...without("worried")]),
  );

  expect([first, again, twice, worried].map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(twice.body["id"]).toBe(again.body["id"]);
  const told = await world.sql(
    `select missed.is_worried from missed_appointment missed join lookup on lookup.id = missed.lookup_id
     where lookup.nhs_number = $1 order by missed.is_worried`,
    [nhsNumber],
  );
  expect(told).toEqual([{ is_worried: false }, { is_worried: true }]);
});

const without = (url: string) => word.filter((one) => (one as { url: string }).url !== url);
const saying = (nhsNumber: string, extension: readonly unknown[]) =>
  appointment(nhsNumber, { extension: [{ url: missedExtension, extension }] });

const refused: readonly (readonly [string, (nhsNumber: string) => unknown, RegExp])[] = [
  ["no JSON, or a name twice", () => undefined, /each name once: this is none/],
  ["another resource", (number) => ({ ...appointment(number), resourceType: "Encounter" }), /resourceType/],
  ["an appointment that was kept", (number) => appointment(number, { status: "fulfilled" }), /noshow/],
  ["a start without a zone", (number) => appointment(number, { start: "2026-11-23T14:30:00" }), /start/],
  ["a start ahead", (number) => appointment(number, { start: "2026-11-24T14:30:00Z" }), /still to come/],
  ["a start long ago", (number) => appointment(number, { start: "2026-05-23T14:30:00Z" }), /90 days ago/],
  ["nobody", (number) => appointment(number, { participant: [] }), /Name one participant/],
  [
    "two",
    (number) => appointment(number, { participant: [patient(number), patient(number)] }),
    /nobody else/,
  ],
  [
    "a wrong number",
    (number) => appointment(number, { participant: [patient("9990000019")] }),
    /Invalid NHS/,
  ],
  ["no word of the clinician", (number) => appointment(number, { extension: [] }), /Ask the clinician/],
  ["nothing of worry", (number) => saying(number, without("worried")), /worried/],
  [
    "two words of worry",
    (number) => saying(number, [...word, { url: "worried", valueBoolean: true }]),
    /once/,
  ],
  ["nothing done that is known", (number) => saying(number, without("followUp")), /rebooked/],
  ["nobody to ring back", (number) => saying(number, without("callBack")), /telephone/],
];

test("what is no missed appointment is refused in words that say what to mend, and tells nobody", async ({
  posts,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const unknown = makeNhsNumber();
  for (const [title, bodyOf, words] of refused) {
    const reply = await posts(bodyOf(nhsNumber));
    // Whether a plan is held is in no refusal.
    expect.soft(await posts(bodyOf(unknown)), title).toEqual(reply);
    expect.soft(reply.status, title).toBe(400);
    expect.soft(reply.body, title).toMatchObject({ issue: [{ diagnostics: expect.stringMatching(words) }] });
    expect.soft(JSON.stringify(reply.body), title).not.toContain(nhsNumber);
  }
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 0, attendances: 0, audits: 0, alerts: 0 });
});

test("nobody, a stranger and whoever works in unscheduled care cannot report one", async ({
  posts,
  token,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const body = appointment(nhsNumber);
  const statuses = [
    await posts(body, { bearer: "" }),
    await posts(body, { bearer: "bad" }),
    await posts(body, { bearer: await token() }),
    await posts(body, { headers: { IsUnscheduledAccessEvent: "true" } }),
    await posts(body, { headers: { "Lantern-Care-Setting": "Moon" } }),
  ].map(({ status }) => status);

  expect(statuses).toEqual([401, 401, 403, 400, 400]);
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 0, attendances: 0, audits: 0, alerts: 0 });
});
