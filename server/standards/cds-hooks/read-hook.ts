import { z } from "zod";
import { faultIn } from "@/server/standards/cds-hooks/fault-in";
import { nhsNumberSystem } from "@/server/standards/fhir/read-search";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";

const text = z.string().min(1).max(200);

const HookRequest = z.object({
  hook: text,
  hookInstance: z.guid(),
  context: z.object({ userId: text, patientId: text, encounterId: text.optional() }),
  prefetch: z.object({ patient: z.unknown() }).partial().optional(),
  extension: z
    .object({ "lantern.person-token": z.string().max(8_000), "lantern.care-setting": text })
    .partial()
    .optional(),
});
export type HookRequest = z.infer<typeof HookRequest>;

export type ReadHook =
  { readonly ok: true; readonly request: HookRequest } | { readonly ok: false; readonly words: string };

/** What another system asks (CDS Hooks 2.0, calling a service). Pure. */
export function readHook(body: unknown, hook: string): ReadHook {
  const parsed = HookRequest.safeParse(body);
  if (!parsed.success) return { ok: false, words: faultIn(body, parsed.error) };
  if (parsed.data.hook !== hook) return { ok: false, words: `This service is for the hook ${hook}.` };
  if (hook === "encounter-start" && parsed.data.context.encounterId === undefined)
    return { ok: false, words: "Send JSON as CDS Hooks wants it: context.encounterId is missing." };
  return { ok: true, request: parsed.data };
}

const Patient = z.object({
  resourceType: z.literal("Patient"),
  id: z.string().optional(),
  identifier: z
    .array(z.object({ system: z.string(), value: z.string(), use: z.string() }).partial())
    .max(100)
    .default([]),
});

export type PatientNumber =
  | { readonly ok: true; readonly nhsNumber: NhsNumber }
  /** Why nothing can be asked, for the person who looks at the record. */
  | { readonly ok: false; readonly words: string };

/** The NHS number of the patient in context, and of nobody else. Pure. */
export function patientNumber({ context, prefetch }: HookRequest): PatientNumber {
  const parsed = Patient.safeParse(prefetch?.patient);
  if (!parsed.success) return { ok: false, words: "Your system did not send the patient's details." };
  const { id, identifier } = parsed.data;
  if (id !== context.patientId)
    return { ok: false, words: "Your system sent the details of another patient than the one you look at." };

  const values = new Set(
    identifier
      .filter(({ system, use }) => system === nhsNumberSystem && use !== "old")
      .map(({ value = "" }) => value.replaceAll(" ", "")),
  );
  const [value, ...others] = values;
  if (value === undefined) return { ok: false, words: "There is no NHS number in this record." };
  if (others.length > 0) return { ok: false, words: "There are two NHS numbers in this record." };
  const number = parseNhsNumber(value);
  return number.ok
    ? number
    : { ok: false, words: `The NHS number in this record is wrong. ${number.message}` };
}
