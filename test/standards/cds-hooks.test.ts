import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { cdsBase, test } from "@/test/support/cds-door";
import { recordOf } from "@/test/support/fhir-asks";
import { makeHookBody, patientWith } from "@/test/support/hook-body";
import { makeNhsNumber } from "@/test/support/make-world";
import { standardsNow as now } from "@/test/support/standards";

const start = "/lantern-encounter-start";
const view = "/lantern-patient-view";
const couldNotCheck = [{ summary: expect.stringMatching(/^Could not check/) as unknown }];

test("a system finds the services, asks with the patient of the specification's example, and shows a card", async ({
  cds,
  token,
  world,
}) => {
  const { body: found } = await cds.discovers();
  expect(found.services).toMatchObject([
    { hook: "encounter-start", prefetch: { patient: "Patient/{{context.patientId}}" } },
    { hook: "patient-view" },
  ]);
  const { nhsNumber } = await world.plan();
  const extension = { "lantern.person-token": await token() };
  const body = makeHookBody({ hook: "encounter-start", patient: patientWith(nhsNumber), extension });

  const first = await cds.posts(`/${found.services?.[0]?.id ?? ""}`, body);
  const again = await cds.posts(start, body);

  expect(first).toMatchObject({
    status: 200,
    body: { cards: [{ indicator: "warning", summary: expect.stringContaining(world.authority.name) }] },
  });
  expect(again.body).toEqual(first.body);
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 1, audits: 1, alerts: 1 });
});

test("opening a record is silent for whoever may look silently, and an arrival is told", async ({
  cds,
  token,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const both = { "lantern.person-token": await token({ activityCodes: ["B0107", "B0170"] }) };
  const asked = { patient: patientWith(nhsNumber), extension: both, hookInstance: randomUUID() };

  const silent = await cds.posts(view, makeHookBody(asked));
  expect(silent.body.cards?.[0]?.detail).toContain("has not been told");
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 0, audits: 1, alerts: 0 });

  const told = await cds.posts(start, makeHookBody({ ...asked, hook: "encounter-start" }));
  expect(told.body.cards?.[0]?.detail).toContain("has been told");
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 2, attendances: 1, audits: 2, alerts: 1 });
});

test("none held is no card, and is on record", async ({ cds, token, world }) => {
  const nhsNumber = makeNhsNumber();
  const extension = { "lantern.person-token": await token() };
  const reply = await cds.posts(view, makeHookBody({ patient: patientWith(nhsNumber), extension }));

  expect(reply).toMatchObject({ status: 200, body: { cards: [] } });
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 1, attendances: 0, audits: 1, alerts: 0 });
});

test("whatever keeps it from being checked is a card that says so, and never no card", async ({
  cds,
  token,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const patient = patientWith(nhsNumber);
  const extension = { "lantern.person-token": await token() };
  const revoked = { "lantern.person-token": await token({ activityCodes: [] }) };
  for (const [title, body] of [
    ["nobody is named", makeHookBody({ patient })],
    ["a bad token", makeHookBody({ patient, extension: { "lantern.person-token": "none" } })],
    ["a revoked right", makeHookBody({ patient, extension: revoked })],
    ["no patient", makeHookBody({ extension })],
    ["another patient", makeHookBody({ patient: { ...patient, id: "7" }, extension })],
    [
      "a setting of elsewhere",
      makeHookBody({ patient, extension: { ...extension, "lantern.care-setting": "Moon" } }),
    ],
  ] as const) {
    const reply = await cds.posts(view, body);
    expect.soft(reply, title).toMatchObject({ status: 200, body: { cards: couldNotCheck } });
    expect.soft(JSON.stringify(reply.body), title).not.toContain(world.authority.name);
  }
  await world.sql("update organisation set code = code || '-other' where id = $1", [world.trust.id]);
  const elsewhere = {
    "lantern.person-token": await token({
      selected_roleid: undefined,
      nhsid_nrbac_roles: [roleAt(`${world.trust.code}-other`)],
    }),
  };
  expect(await cds.posts(view, makeHookBody({ patient, extension: elsewhere }))).toMatchObject({
    body: { cards: [{ ...couldNotCheck[0], detail: expect.stringContaining("your organisation") }] },
  });
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 0, attendances: 0, audits: 0, alerts: 0 });
});

function roleAt(organisationCode: string) {
  const role = { role_code: "S8000:G8000:R8003", activity_codes: ["B0107"] };
  return { ...role, org_code: organisationCode, person_roleid: "sub2" };
}

test("a system that cannot be told from a stranger is refused", async ({ cds, issuer, system, world }) => {
  const { nhsNumber } = await world.plan();
  const body = makeHookBody({ patient: patientWith(nhsNumber) });
  const seconds = now.getTime() / 1_000;
  for (const [title, calling] of [
    ["no token", { bearer: "" }],
    ["no JSON Web Token", { bearer: "secret" }],
    ["of another issuer", { claims: { iss: "https://other.example" } }],
    ["signed by another", { bearer: await issuer.signs({ iss: system.issuer, aud: `${cdsBase}${view}` }) }],
    ["for another service", { claims: { aud: `${cdsBase}${start}` } }],
    ["for all services", { claims: { aud: cdsBase } }],
    ["that has expired", { claims: { exp: seconds - 3_600 } }],
    ["that is older than five minutes", { claims: { iat: seconds - 86_400, exp: seconds + 86_400 } }],
    ["without a name of its own", { claims: { jti: undefined } }],
    ["that brings its own keys", { header: { jku: issuer.keysUrl } }],
  ] as const) {
    const reply = await cds.posts(view, body, calling);
    expect.soft(reply.status, title).toBe(401);
    expect.soft(reply.body.error, title).toBeDefined();
  }
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 0, attendances: 0, audits: 0, alerts: 0 });
});

test("another service and another body are refused as JSON", async ({ cds }) => {
  expect(await cds.posts("/other", {})).toMatchObject({ status: 404, body: { error: expect.any(String) } });
  expect(await cds.posts(view, {})).toMatchObject({ status: 400, body: { error: expect.any(String) } });
});

test("what people did with a card is on record without what they wrote, for cards of their organisation", async ({
  cds,
  token,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const extension = { "lantern.person-token": await token() };
  const asked = await cds.posts(view, makeHookBody({ patient: patientWith(nhsNumber), extension }));
  const card = asked.body.cards?.[0]?.uuid;
  const when = { outcomeTimestamp: "2026-11-23T21:15:00Z" };
  const reason = { code: "contacted", system: `${cdsBase}/override-reasons` };
  const feedback = [
    { card, outcome: "accepted", acceptedSuggestions: [{ id: randomUUID() }], ...when },
    { card, outcome: "overridden", overrideReason: { reason, userComment: "Robin's mother said" }, ...when },
    { card, outcome: "overridden", overrideReason: { reason: { code: "Robin", system: "x" } }, ...when },
    { card: randomUUID(), outcome: "accepted", ...when },
  ];

  expect((await cds.posts(`${view}/feedback`, { feedback })).status).toBe(200);
  expect((await cds.posts(`${view}/feedback`, { feedback: [{ card }] })).status).toBe(400);
  expect((await cds.posts(`${view}/feedback`, { feedback }, { bearer: "" })).status).toBe(401);
  const rows = await world.sql(
    "select detail from audit where action = 'card:feedback' and concerns = $1 order by detail",
    [card],
  );
  expect(rows).toEqual([
    { detail: "accepted" },
    { detail: "overridden" },
    { detail: "overridden: contacted" },
  ]);
});

test("pages of a system that may ask can call from a browser, and pages of others cannot", async ({
  cds,
}) => {
  const allowed = await cds.discovers("https://records.example");
  const other = await cds.discovers("https://other.example");
  const asking = await fetch(`${cds.door.origin}${view}`, {
    method: "OPTIONS",
    headers: { origin: "https://records.example" },
  });

  expect(allowed.headers.get("access-control-allow-origin")).toBe("https://records.example");
  expect(other.headers.get("access-control-allow-origin")).toBeNull();
  expect(asking.status).toBe(204);
  expect(asking.headers.get("access-control-allow-headers")).toContain("authorization");
  for (const { headers } of [allowed, asking])
    expect(headers.get("access-control-allow-credentials")).toBeNull();
});
