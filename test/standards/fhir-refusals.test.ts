import { expect } from "@playwright/test";
import { answerSearch } from "@/server/standards/fhir/answer-search";
import { methodNotAllowed } from "@/server/standards/fhir/reply";
import { recordOf, requestFor, test, type Asking } from "@/test/support/fhir-asks";
import { readResource } from "@/test/support/fhir-schema";
import { makeService } from "@/test/support/make-service";
import { standardsNow as now, systemsSettings, type ClaimsChange } from "@/test/support/standards";

interface Closed {
  readonly title: string;
  readonly claims?: ClaimsChange;
  readonly asking?: Asking;
  readonly status: number;
  readonly code: string;
}

const closed: readonly Closed[] = [
  { title: "no token", asking: { bearer: "" }, status: 401, code: "ACCESS_DENIED" },
  { title: "a bad token", asking: { bearer: "Z2NVIitD7bQOzsoCpO3P" }, status: 401, code: "ACCESS_DENIED" },
  { title: "a revoked right", claims: { activityCodes: [] }, status: 403, code: "ACCESS_DENIED" },
  {
    title: "the silent right only, asked unscheduled",
    claims: { activityCodes: ["B0170"] },
    status: 403,
    code: "ACCESS_DENIED",
  },
  {
    title: "no silent right",
    asking: { headers: { IsUnscheduledAccessEvent: "false" } },
    status: 403,
    code: "ACCESS_DENIED",
  },
  {
    title: "a privacy officer",
    claims: { roleCode: "S8001:G8005:R0001" },
    status: 403,
    code: "ACCESS_DENIED",
  },
  {
    title: "a wrong header",
    asking: { headers: { IsUnscheduledAccessEvent: "perhaps" } },
    status: 400,
    code: "PRECONDITION_FAILED",
  },
  {
    title: "a setting of elsewhere",
    asking: { headers: { "Lantern-Care-Setting": "Moon" } },
    status: 400,
    code: "PRECONDITION_FAILED",
  },
];

test("who may not is refused in the national dialect, on record, and learns nothing", async ({
  asks,
  token,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  for (const { title, claims, asking, status, code } of closed) {
    const bearer = claims === undefined ? {} : { bearer: await token(claims) };
    const reply = await asks(nhsNumber, { ...asking, ...bearer });
    expect.soft(reply.status, title).toBe(status);
    expect.soft(reply.body, title).toMatchObject({
      resourceType: "OperationOutcome",
      issue: [{ severity: "error", details: { coding: [{ code }] } }],
    });
    expect.soft(JSON.stringify(reply.body), title).not.toContain(world.authority.name);
  }
  expect(await recordOf(world, nhsNumber)).toEqual({ lookups: 0, attendances: 0, audits: 0, alerts: 0 });
  const [refused] = await world.sql(
    `select count(*)::int as count from audit where outcome = 'refused' and organisation_id = $1`,
    [world.trust.id],
  );
  expect(refused).toEqual({ count: 5 });
});

test("a number that cannot be one is refused, and neither the log nor the audit repeats it", async ({
  asks,
  lines,
  world,
}) => {
  const wrong = "9990000019";
  const reply = await asks(wrong);
  const { nhsNumber } = await world.plan();
  await asks(nhsNumber);
  await asks(nhsNumber, { bearer: "bad" });

  expect(reply).toMatchObject({
    status: 400,
    body: { issue: [{ code: "invalid", details: { coding: [{ code: "INVALID_SEARCH_DATA" }] } }] },
  });
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join("")).not.toMatch(new RegExp(`${wrong}|${nhsNumber}|nhs-number`));
  const details = await world.sql("select detail from audit where detail like '%9990%'");
  expect(details).toEqual([]);
});

test("whoever asks too often waits, and is told how long", async ({ database, issuer, token, world }) => {
  const service = makeService(database.appUrl, { ...systemsSettings(issuer), LOOKUPS_PER_MINUTE: "1" });
  try {
    const ask = async () =>
      answerSearch(service, requestFor((await world.plan()).nhsNumber, await token()), {
        resource: "CareTeam",
        now,
      });
    expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await readResource(refused)).toMatchObject({ issue: [{ code: "throttled" }] });
  } finally {
    await service.stop();
  }
});

test("when the database is lost the answer is that it could not be checked, and never none held", async ({
  database,
  issuer,
  token,
  world,
}) => {
  const { nhsNumber } = await world.plan();
  const nowhere = new URL(database.appUrl);
  nowhere.port = "1";
  const service = makeService(nowhere.href, systemsSettings(issuer));
  const search = { resource: "CareTeam", now } as const;
  const reply = await answerSearch(service, requestFor(nhsNumber, await token()), search);
  await service.stop();

  expect(reply.status).toBe(500);
  const body = JSON.stringify(await readResource(reply));
  expect(body).toContain("not the same as none held");
  expect(body).not.toMatch(/prisma|postgres|select/i);
});

test("other formats and verbs are refused as FHIR does", async ({ service, token }) => {
  const xml = new Request(`https://lantern.example/api/fhir/R4/CareTeam?_format=xml`, {
    headers: { Authorization: `Bearer ${await token()}` },
  });
  const reply = await answerSearch(service, xml, { resource: "CareTeam", now });
  expect(reply.status).toBe(406);
  expect(await readResource(reply)).toMatchObject({ resourceType: "OperationOutcome" });

  const refused = methodNotAllowed();
  expect(refused.status).toBe(405);
  expect(refused.headers.get("allow")).toBe("GET");
  expect(await readResource(refused)).toMatchObject({ issue: [{ code: "not-supported" }] });
});
