import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { z } from "zod";
import { tokenDigest } from "@/server/domain/register/tokens/token-digest";
import { expectValidResource } from "@/test/support/fhir-schema";
import { askOwner } from "@/test/support/owner-database";
import { test } from "@/test/support/product";

const run = promisify(execFile);

const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);

/** Every command of the document, in the order in which a reader types them. */
function commandsOf(document: string): string {
  const text = readFileSync(path.join(import.meta.dirname, "..", "..", document), "utf8");
  return [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block).join("\n");
}

/** The resources among what the commands wrote, one after the other. */
function resourcesIn(stdout: string): unknown[] {
  return stdout
    .split(/(?<=\})(?=\{")/)
    .filter((one) => one.startsWith('{"resourceType"'))
    .map((one): unknown => JSON.parse(one));
}

const said = [
  '"fhirVersion":"4.0.1"',
  '"hook":"encounter-start"',
  '"resourceType":"CareTeam"',
  '"code":"342191000000101"',
  '"resourceType":"AuditEvent"',
  '"practitioner":{"display":"Priya Nair"}',
  "Known to children's social care: Leeds. Ring ",
  '"name":"type","valueCode":"query-status"',
  '"name":"type","valueCode":"query-event"',
  '"notices":',
];

test("whoever follows docs/integrating.md comes from a token to a card, and the authority is told", async ({
  product,
  directory,
  caseSystem,
}) => {
  test.skip(!hasCurl, "the commands of the document are for curl, which this machine does not have");
  const subscriber = { AUTHORITY: "E08000032", AUTHORITY_TOKEN: "lantern_of-the-document" };
  await askOwner(
    product.ownerUrl,
    z.unknown(),
    `insert into feed_token (authority_id, digest, issued_at, label)
     select id, '${tokenDigest(subscriber.AUTHORITY_TOKEN)}', now(), 'Document' from organisation
     where code = '${subscriber.AUTHORITY}'`,
  );
  const env = {
    ...process.env,
    ...subscriber,
    LANTERN: product.origin,
    SANDBOX: product.sandbox,
    CASE_SYSTEM: `${caseSystem.url}/subscription`,
  };
  const commands = commandsOf("docs/integrating.md");
  const { stdout } = await run("bash", ["-euo", "pipefail", "-c", commands], { env });

  for (const words of said) expect.soft(stdout).toContain(words);
  const answers = resourcesIn(stdout);
  expect(answers).toHaveLength(6);
  for (const answer of answers) expectValidResource(answer);

  // Two children, three questions: the two with one TraceID are one look. A third child arrives.
  const told = await askOwner(
    product.ownerUrl,
    z.object({ number: z.string() }),
    `select lookup.nhs_number as number from lookup join alert on alert.lookup_id = lookup.id
     where number_source = 'system' order by lookup.asked_at`,
  );
  expect(told).toEqual([{ number: "9990000018" }, { number: "9990000026" }, { number: "9990000050" }]);
  const webLog = readFileSync(path.join(directory, "logs", "web.log"), "utf8");
  expect(webLog).not.toMatch(/9990000018|9990000026|nhs-number/);
});

test("verbs and addresses that are not there are answered in FHIR, and none of them is a look", async ({
  product,
}) => {
  for (const [method, resource, status] of [
    ["HEAD", "CareTeam", 405],
    ["POST", "CareTeam", 405],
    ["DELETE", "AuditEvent", 405],
    ["GET", "CareTeam", 401],
    ["GET", "Encounter", 405],
    ["POST", "Encounter", 401],
    ["GET", "Appointment", 405],
    ["POST", "Appointment", 401],
    ["GET", "Patient", 404],
    ["GET", "Subscription", 401],
    ["GET", "Subscription/x/%24status", 401],
    ["PATCH", "Communication/x", 401],
  ] as const) {
    const response = await fetch(`${product.origin}/api/fhir/R4/${resource}`, { method });
    expect
      .soft([method, response.status, response.headers.get("content-type")])
      .toEqual([method, status, "application/fhir+json"]);
  }
  for (const place of ["", "/api/fhir/R4"]) {
    const said = await fetch(`${product.origin}${place}/.well-known/smart-configuration`);
    expect.soft(await said.json()).toMatchObject({ token_endpoint: `${product.origin}/api/token` });
  }
  const token = await fetch(`${product.origin}/api/token`, { method: "POST", body: new URLSearchParams() });
  expect([token.status, await token.json()]).toMatchObject([400, { error: "invalid_request" }]);
  const hook = await fetch(`${product.origin}/api/cds-services/lantern-patient-view`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ hook: "x".repeat(10_000_000) }),
  });
  expect(hook.status).toBe(401);
});

/** Says that more will come, and sends no more. */
function beginRequest(origin: string, path: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const head = `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 1000\r\n\r\n{`;
  // How it ends is not asked: the service may hang up on it.
  socket.on("error", () => undefined);
  return new Promise((resolve) => socket.write(head, () => resolve(socket)));
}

test("two hundred systems that never finish their requests hold nobody else up", async ({ product }) => {
  const doors = [
    "/api/fhir/R4/Encounter",
    "/api/cds-services/lantern-patient-view",
    "/api/feeds/E08000035",
    "/api/token",
  ];
  const slow = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      beginRequest(product.origin, doors[index % doors.length] ?? "/"),
    ),
  );

  const asked = await fetch(`${product.origin}/api/fhir/R4/CareTeam`);
  const health = await fetch(`${product.origin}/api/health`);

  expect([asked.status, health.status]).toEqual([401, 200]);
  expect(slow.every((socket) => socket.readableLength === 0)).toBe(true);
  for (const socket of slow) socket.destroy();
});
