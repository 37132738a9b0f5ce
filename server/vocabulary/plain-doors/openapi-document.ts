import { z } from "zod";
import type { Answer, Door } from "./door";
import { doors } from "./doors";

type Json = Readonly<Record<string, unknown>>;

/** The plain JSON doors as an OpenAPI 3.1 document, made from the schemas that the doors themselves read and answer with. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const door of doors) paths[door.path] = { ...paths[door.path], [door.method]: operationOf(door) };
  return {
    openapi: "3.1.1",
    info: {
      title: "Lantern: plain JSON doors",
      version: "1",
      description:
        "For the systems of local authorities. FHIR and CDS Hooks describe themselves at /api/fhir/R4/metadata and /api/cds-services.",
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        authorityToken: {
          type: "http",
          scheme: "bearer",
          description: "A token of the authority, made on its page _Tokens of your systems_.",
        },
      },
    },
  };
}

function operationOf({ name, summary, withToken, parts = {}, query, body, answers }: Door): Json {
  return {
    operationId: name,
    summary,
    security: withToken ? [{ authorityToken: [] }] : [],
    parameters: [...partsOf(parts), ...(query ? queryOf(query) : [])],
    ...(body && {
      requestBody: { required: true, content: { [body.type]: { schema: schemaOf(body.schema, "input") } } },
    }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [status, responseOf(answer)]),
    ),
  };
}

function partsOf(parts: Readonly<Record<string, string>>): readonly Json[] {
  return Object.entries(parts).map(([name, description]) => ({
    name,
    in: "path",
    required: true,
    description,
    schema: { type: "string" },
  }));
}

function queryOf(query: z.ZodObject): readonly Json[] {
  return Object.entries(query.shape).map(([name, field]) => {
    const { description, ...schema } = schemaOf(field as z.ZodType, "output");
    return { name, in: "query", required: false, ...(description !== undefined && { description }), schema };
  });
}

function responseOf({ meaning, content = {}, headers = {} }: Answer): Json {
  const bodies = Object.entries(content).map(([type, schema]) => [
    type,
    { schema: schemaOf(schema, "output") },
  ]);
  const named = Object.entries(headers).map(([name, description]) => [
    name,
    { description, schema: { type: "string" } },
  ]);
  return {
    description: meaning,
    ...(bodies.length > 0 && { content: Object.fromEntries(bodies) }),
    ...(named.length > 0 && { headers: Object.fromEntries(named) }),
  };
}

function schemaOf(schema: z.ZodType | "text", io: "input" | "output"): Json {
  if (schema === "text") return { type: "string" };
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
