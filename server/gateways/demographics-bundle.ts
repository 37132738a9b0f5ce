import { z } from "zod";
import { retryAfterMs } from "@/server/gateways/demographics-answer";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";
import type { DemographicsSearchAnswer, FoundPerson } from "@/server/vocabulary/search-answer";

/** What one query found. */
export type Found =
  | { readonly kind: "found"; readonly person: FoundPerson & { readonly nhsNumber: NhsNumber } }
  | Exclude<DemographicsSearchAnswer, { kind: "found" }>;

interface Read {
  readonly found: Found;
  /** At the least before another try; undefined where another would learn nothing. */
  readonly waitMs?: number;
}

const Patient = z.object({
  resourceType: z.literal("Patient"),
  id: z.string(),
  meta: z.object({ security: z.array(z.object({ code: z.string() })).default([]) }).optional(),
  name: z
    .array(
      z.object({
        use: z.string().optional(),
        family: z.string().default(""),
        given: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  gender: z.enum(["female", "male", "other", "unknown"]).default("unknown").catch("unknown"),
  birthDate: z.string().optional(),
  address: z
    .array(z.object({ use: z.string().optional(), postalCode: z.string().optional() }))
    .default([])
    .catch([]),
});
type Patient = z.infer<typeof Patient>;

const Answer = z.discriminatedUnion("resourceType", [
  z.object({
    resourceType: z.literal("Bundle"),
    type: z.literal("searchset"),
    total: z.number().optional(),
    entry: z.array(z.object({ resource: z.unknown() })).default([]),
  }),
  z.object({
    resourceType: z.literal("OperationOutcome"),
    issue: z.array(z.object({ details: z.object({ coding: z.array(z.object({ code: z.string() })) }) })),
  }),
]);

/** What an answer to a search comes to. Only a whole answer that says so is "none". */
export async function readBundle(response: Response): Promise<Read> {
  if (response.status === 200) return { found: await readFound(response) };
  await response.body?.cancel();

  const found = { kind: "unavailable", reason: `status ${response.status}` } as const;
  const isPassing = [401, 408, 429].includes(response.status) || response.status >= 500;
  return isPassing ? { found, waitMs: retryAfterMs(response) } : { found };
}

async function readFound(response: Response): Promise<Found> {
  const parsed = Answer.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) return { kind: "unavailable", reason: "not a Bundle" };
  const answer = parsed.data;
  if (answer.resourceType === "OperationOutcome") {
    const codes = answer.issue.flatMap(({ details }) => details.coding.map(({ code }) => code));
    if (codes.includes("TOO_MANY_MATCHES")) return { kind: "too-many" };
    return { kind: "unavailable", reason: "an OperationOutcome" };
  }
  const { total, entry } = answer;
  // Whatever more there is stays unread: nobody chooses from a list.
  if (entry.length > 1 || (total ?? 0) > 1) return { kind: "too-many" };
  const [only] = entry;
  if (only !== undefined) return readPerson(only.resource);
  return total === 0 ? { kind: "none" } : { kind: "unavailable", reason: "a Bundle without its entry" };
}

function readPerson(resource: unknown): Found {
  const parsed = Patient.safeParse(resource);
  const number = parseNhsNumber(parsed.success ? parsed.data.id : "");
  if (!parsed.success || !number.ok) return { kind: "unavailable", reason: "not a Patient with a number" };

  const patient = parsed.data;
  const codes = patient.meta?.security.map(({ code }) => code) ?? [];
  // R: the address is protected. V: the name too, so that nobody could confirm who it is.
  const isSecret = codes.some((code) => code !== "U" && code !== "R");
  const name = patient.name.find(({ use }) => use === "usual") ?? patient.name[0];
  if (isSecret || name === undefined) return { kind: "withheld" };
  return {
    kind: "found",
    person: {
      nhsNumber: number.nhsNumber,
      familyName: name.family,
      givenNames: name.given,
      birthDate: wholeDate(patient.birthDate),
      gender: patient.gender,
      postcode: codes.includes("R") ? null : homePostcode(patient),
    },
  };
}

function homePostcode({ address }: Patient): string | null {
  return (address.find(({ use }) => use === "home") ?? address[0])?.postalCode ?? null;
}

function wholeDate(text = ""): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : null;
}
