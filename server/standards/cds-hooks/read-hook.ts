import { z } from "zod";
import { faultIn } from "@/server/standards/cds-hooks/fault-in";
import { readPatientRecord, type PatientRecord } from "@/server/vocabulary/patient-record";

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

/** The patient in context, and nobody else. Pure. */
export function patientInContext({ context, prefetch }: HookRequest): PatientRecord {
  return readPatientRecord(prefetch?.patient, context.patientId);
}
