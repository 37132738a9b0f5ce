import { z } from "zod";
import { invalidBody, type Fault } from "@/server/standards/fhir/fault";
import { readNumber, whereIn } from "@/server/standards/fhir/read-subject";
import { addDays, londonDate } from "@/server/vocabulary/london-time";
import { appointmentKinds, followUps, mostMissedDays } from "@/server/vocabulary/missed-appointment";
import type { MissedReport } from "@/server/vocabulary/missed-report";
import type { NhsNumber } from "@/server/vocabulary/nhs-number";
import { isTelephoneNumber } from "@/server/vocabulary/telephone-number";

/** Where a clinician's word stands that FHIR has no element for, and the codes of an appointment's kind. */
export const missedExtension = "https://fhir.lantern.example/StructureDefinition/missed-appointment";
export const appointmentKindSystem = "https://fhir.lantern.example/CodeSystem/appointment-kind";

const text = z.string().min(1).max(200);
const said = {
  worried: z.object({ url: z.literal("worried"), valueBoolean: z.boolean() }),
  followUp: z.object({ url: z.literal("followUp"), valueCode: z.enum(followUps) }),
  callBack: z.object({
    url: z.literal("callBack"),
    valueString: z.string().trim().refine(isTelephoneNumber),
  }),
  missedBefore: z.object({ url: z.literal("missedBefore"), valueUnsignedInt: z.int().min(0).max(50) }),
};

const Appointment = z.object({
  resourceType: z.literal("Appointment"),
  identifier: z.array(z.object({ system: text.optional(), value: text })).min(1),
  status: z.string(),
  serviceType: z
    .array(z.object({ coding: z.array(z.object({ system: text, code: text }).partial()) }))
    .default([]),
  start: z.iso.datetime({ offset: true }),
  participant: z.array(
    z.object({
      actor: z.object({ identifier: z.object({ system: text, value: text }).optional() }).optional(),
    }),
  ),
  extension: z.array(z.object({ url: text, extension: z.array(z.unknown()).default([]) })),
});

export interface MissedAppointment {
  readonly nhsNumber: NhsNumber;
  /** What the other system calls the appointment. */
  readonly identifier: { readonly system?: string | undefined; readonly value: string };
  readonly report: Omit<MissedReport, "lookupId">;
}

export type ReadAppointment =
  { readonly ok: true; readonly missed: MissedAppointment } | { readonly ok: false; readonly fault: Fault };

/**
 * Which child was not brought, as an `Appointment` (UK Core) says it, and what the clinician says about it. Whether they are
 * worried has no default, here as on the phone. What the family said is not read: it may hold anything. Pure; the words
 * repeat nothing of what was sent.
 */
export function readAppointment(body: unknown, now: Date): ReadAppointment {
  const parsed = Appointment.safeParse(body);
  if (!parsed.success)
    return refuse(`Send an Appointment as JSON, each name once: ${whereIn(parsed.error)}.`);
  const { identifier, status, participant, start } = parsed.data;
  if (status !== "noshow") return refuse("status has to be noshow: the child was not brought.");

  const missedAt = new Date(start);
  const when = whenIsWrong(missedAt, now);
  if (when !== undefined) return refuse(when);

  const [patient, ...others] = participant.flatMap(({ actor }) => numbered(actor?.identifier));
  if (patient === undefined || others.length > 0)
    return refuse("Name one participant by NHS number, and nobody else by one.");
  const number = readNumber(patient, "participant.actor.identifier");
  if (!number.ok) return refuse(number.words);
  const clinician = wordOf(parsed.data);
  if (!clinician.ok) return refuse(clinician.words);
  const [first] = identifier;
  if (first === undefined) return refuse("identifier is missing.");

  const report = { ...clinician.word, appointmentKind: kindOf(parsed.data), missedAt };
  return { ok: true, missed: { nhsNumber: number.nhsNumber, identifier: first, report } };
}

/** Asked here, so that the answer is the same whether a plan is held or not. */
function whenIsWrong(missedAt: Date, now: Date): string | undefined {
  if (missedAt > now) return "start lies ahead: the appointment is still to come.";
  const isOld = londonDate(missedAt) < addDays(londonDate(now), -mostMissedDays);
  return isOld ? `start was more than ${String(mostMissedDays)} days ago. Ring the authority.` : undefined;
}

type Parsed = z.infer<typeof Appointment>;
type Named = NonNullable<NonNullable<Parsed["participant"][number]["actor"]>["identifier"]>;

/** Participants are rooms and clinicians too. */
function numbered(identifier: Named | undefined): readonly Named[] {
  return identifier?.system.endsWith("/nhs-number") === true ? [identifier] : [];
}

function kindOf({ serviceType }: Parsed): MissedReport["appointmentKind"] {
  const codes = serviceType.flatMap(({ coding }) => coding);
  const ours = codes.find(({ system }) => system === appointmentKindSystem)?.code;
  return appointmentKinds.find((kind) => kind === ours) ?? "other";
}

/** What has to be asked of the clinician: each named once. */
function wordOf({ extension }: Parsed) {
  const ours = extension.filter(({ url }) => url === missedExtension).flatMap((one) => one.extension);
  const isWorried = only(ours, said.worried)?.valueBoolean;
  const followUp = only(ours, said.followUp)?.valueCode;
  const callBackNumber = only(ours, said.callBack)?.valueString;
  if (isWorried === undefined || followUp === undefined || callBackNumber === undefined)
    return { ok: false, words: askedWords } as const;
  const missedBefore = only(ours, said.missedBefore)?.valueUnsignedInt ?? null;
  return {
    ok: true,
    word: { isWorried, followUp, callBackNumber, missedBefore, familyReason: null },
  } as const;
}

/** Of two nobody knows which is meant. */
function only<Value>(all: readonly unknown[], schema: z.ZodType<Value>): Value | undefined {
  const found = all.flatMap((one) => {
    const parsed = schema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

const askedWords = `Ask the clinician, and send in extension ${missedExtension}, each once: worried (valueBoolean), followUp (valueCode: ${followUps.join(", ")}) and callBack (valueString, a telephone number).`;

function refuse(words: string): ReadAppointment {
  return { ok: false, fault: invalidBody(words) };
}
