import { z } from "zod";
import type { DemographicsAnswer, DemographicsPerson } from "@/server/vocabulary/demographics";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";

interface Read {
  readonly answer: DemographicsAnswer;
  /** At the least before another try; undefined where another would learn nothing. */
  readonly waitMs?: number;
}

const Patient = z.object({
  resourceType: z.literal("Patient"),
  id: z.string(),
  meta: z.object({ security: z.array(z.object({ code: z.string() })).default([]) }).optional(),
  name: z
    .array(z.object({ family: z.string().default(""), given: z.array(z.string()).default([]) }))
    .default([]),
  birthDate: z.string().optional(),
});

const longestWaitMs = 60_000;

/** What an answer of demographics comes to. R and V are restricted records; REDACTED ones are answered with 404. */
export async function readAnswer(response: Response): Promise<Read> {
  if (response.status === 200) return { answer: await readPatient(response) };
  await response.body?.cancel();
  if (response.status === 404) return { answer: { kind: "not-found" } };

  const answer = { kind: "unavailable", reason: `status ${response.status}` } as const;
  const isPassing = response.status === 401 || response.status === 429 || response.status >= 500;
  return isPassing ? { answer, waitMs: retryAfterMs(response) } : { answer };
}

async function readPatient(response: Response): Promise<DemographicsAnswer> {
  const parsed = Patient.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) return { kind: "unavailable", reason: "not a Patient" };
  const patient = parsed.data;
  if (patient.meta?.security.some(({ code }) => code !== "U")) return { kind: "restricted" };

  const number = parseNhsNumber(patient.id);
  if (!number.ok) return { kind: "unavailable", reason: "not a Patient with a number" };
  return { kind: "found", person: personOf(patient, number.nhsNumber) };
}

function personOf({ name, birthDate }: z.infer<typeof Patient>, nhsNumber: NhsNumber): DemographicsPerson {
  return {
    nhsNumber,
    names: name.map(({ family, given }) => ({ familyName: family, givenNames: given })),
    // A year or a month alone agrees with no date.
    dateOfBirth: birthDate !== undefined && /^\d{4}-\d\d-\d\d$/.test(birthDate) ? birthDate : undefined,
  };
}

/** How long the other side asks to be left alone. */
export function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get("retry-after") ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, longestWaitMs) : 0;
}
