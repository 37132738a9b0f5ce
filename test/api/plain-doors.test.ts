import { existsSync, readFileSync } from "node:fs";
import { expect, test as plain } from "@playwright/test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { fieldsOf } from "@/app/api/docs/fields-of";
import { GET as readDocument } from "@/app/api/docs/openapi.json/route";
import { answerDirectory } from "@/server/api/directory";
import { listPlans } from "@/server/api/list-plans";
import { tellPlan } from "@/server/api/receive-plan";
import { doors } from "@/server/vocabulary/plain-doors/doors";
import { openApiDocument } from "@/server/vocabulary/plain-doors/openapi-document";
import { DeliveryReply, DirectoryReply, PlansReply, Problem } from "@/server/vocabulary/plain-doors/replies";
import { put, test } from "@/test/support/feed-door";
import { feedFixture, feedNow } from "@/test/support/make-feed";

plain("the document of the plain doors is valid OpenAPI 3.1", async () => {
  const document = openApiDocument();

  const checked = await new Validator().validate({ ...document });

  expect(checked).toMatchObject({ valid: true });
  expect(await readDocument().json()).toEqual(JSON.parse(JSON.stringify(document)));
});

for (const { method, path, name, answers } of doors) {
  plain(`${name} stands where the document says`, () => {
    const folders = path.replaceAll("{", "[").replaceAll("}", "]");
    const route = `app${folders}/route.ts`;

    expect(existsSync(route), route).toBe(true);
    expect(readFileSync(route, "utf8")).toContain(`function ${method.toUpperCase()}(`);
    expect(Object.values(answers).every(({ meaning }) => meaning.endsWith("."))).toBe(true);
  });
}

plain("every field of a reply is shown with its kind, those inside others too", () => {
  const shown = fieldsOf(DeliveryReply, "output").map(({ name, kind }) => `${name}: ${kind}`);

  expect(shown).toContain("authority: string");
  expect(shown).toContain("sequence: integer, may be missing");
  expect(shown).toContain("counts.loaded: integer");
  expect(shown).toContain("rows[].problem: string");
});

plain("every body of every door can be shown", () => {
  for (const { name, query, body, answers } of doors) {
    const shown = [
      ...fieldsOf(query, "output"),
      ...fieldsOf(body?.schema, "input"),
      ...Object.values(answers).flatMap(({ content = {} }) =>
        Object.values(content).flatMap((schema) => fieldsOf(schema, "output")),
      ),
    ];

    expect(shown.length, name).toBeGreaterThan(0);
    expect(
      shown.filter(({ kind }) => kind.includes("anything")),
      name,
    ).toEqual([]);
  }
});

test("what the doors answer is what the document says", async ({ service, puts, gets, token, world }) => {
  const delivered = await puts({ sequence: "12", body: feedFixture("wrong-check-digit.csv") });
  expect(DeliveryReply.parse(delivered.body).rows).toHaveLength(1);
  expect(DeliveryReply.parse(await (await gets("12")).json()).sequence).toBe(12);
  const address = { authorityCode: world.authority.code, now: feedNow };
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const request = (init: RequestInit = {}) => new Request("http://localhost/api/plans", { headers, ...init });

  const page = PlansReply.parse(await (await listPlans(service, request(), address)).json());
  expect(page.plans).toHaveLength(1);
  const told = await tellPlan(service, request({ method: "PUT", body: "{}" }), {
    ...address,
    localId: "case-1",
  });
  expect(Problem.parse(await told.json()).status).toBe(400);
  const shut = await put(service, { token: "none", code: world.authority.code });
  expect(Problem.parse(shut.body).status).toBe(401);
  const directory = await answerDirectory(service, request(), feedNow);
  expect(DirectoryReply.parse(await directory.json()).authorities.length).toBeGreaterThanOrEqual(0);
});
