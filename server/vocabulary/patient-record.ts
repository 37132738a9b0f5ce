import { z } from "zod";
import { bandSays, type BandSays } from "@/server/vocabulary/gs1-band";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";

/** What another system's record says of the patient whom its user looks at; its word, and nobody's proof. */
export type PatientRecord =
  | { readonly ok: true; readonly nhsNumber: NhsNumber; readonly says: BandSays }
  /** Why nothing can be asked, for the person who looks at the record. */
  | { readonly ok: false; readonly words: string };

const Patient = z.object({
  resourceType: z.literal("Patient"),
  id: z.string().optional(),
  identifier: z
    .array(z.object({ system: z.string(), value: z.string(), use: z.string() }).partial())
    .max(100)
    .default([]),
  name: z
    .array(z.object({ use: z.string(), family: z.string(), given: z.array(z.string()) }).partial())
    .max(100)
    .default([])
    .catch([]),
  birthDate: z.string().optional().catch(undefined),
});
type Patient = z.infer<typeof Patient>;

/** Reads a FHIR R4 `Patient`, which has to be the one in context and to have one NHS number that is right. Pure. */
export function readPatientRecord(resource: unknown, patientId: string): PatientRecord {
  const parsed = Patient.safeParse(resource);
  if (!parsed.success) return { ok: false, words: "Your system did not send the patient's details." };
  if (parsed.data.id !== patientId)
    return { ok: false, words: "Your system sent the details of another patient than the one you look at." };

  const [value, ...others] = numbersOf(parsed.data);
  if (value === undefined) return { ok: false, words: "There is no NHS number in this record." };
  if (others.length > 0) return { ok: false, words: "There are two NHS numbers in this record." };
  const number = parseNhsNumber(value);
  return number.ok
    ? { ok: true, nhsNumber: number.nhsNumber, says: saysOf(parsed.data) }
    : { ok: false, words: `The NHS number in this record is wrong. ${number.message}` };
}

function numbersOf({ identifier }: Patient): readonly string[] {
  const current = identifier.filter(({ system, use }) => system === nhsNumberSystem && use !== "old");
  return [...new Set(current.map(({ value = "" }) => value.replaceAll(" ", "")))];
}

function saysOf({ name, birthDate }: Patient): BandSays {
  const current = name.filter(({ use }) => use !== "old");
  const { family, given } =
    current.find(({ use }) => use === "official" || use === "usual") ?? current[0] ?? {};
  return bandSays({ family, given: given?.join(" "), birth: birthDate });
}
