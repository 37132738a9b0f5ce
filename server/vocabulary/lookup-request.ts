import { z } from "zod";
import { attendanceReasons } from "@/server/vocabulary/attendance-reason";
import { AskedIncident } from "@/server/vocabulary/asked-incident";
import { RequestId } from "@/server/vocabulary/ids";
import { parseNhsNumber, type NhsNumber } from "@/server/vocabulary/nhs-number";
import { numberSources } from "@/server/vocabulary/number-source";
import { isTelephoneNumber } from "@/server/vocabulary/telephone-number";

export const TypedNhsNumber = z
  .string()
  .max(60, "An NHS number has 10 digits. Take out everything else.")
  .transform((text, context): NhsNumber => {
    const parsed = parseNhsNumber(text);
    if (parsed.ok) return parsed.nhsNumber;
    context.addIssue({ code: "custom", message: parsed.message });
    return z.NEVER;
  });

const CallBackNumber = z
  .string()
  .trim()
  .refine(isTelephoneNumber, "Enter a telephone number, like 07700 900123.");

/** What the phone asks. The request id is made on the phone: sent twice, it is one lookup. */
export const LookupRequest = z.object({
  requestId: RequestId,
  nhsNumber: TypedNhsNumber,
  reason: z.enum(attendanceReasons).optional(),
  callBackNumber: CallBackNumber.optional(),
  /** The call-out on which this child is one of several. */
  incident: AskedIncident.optional(),
  /** How the number came to the phone. A page from before there was a scanner does not say: it was typed. */
  numberSource: z.enum(numberSources).optional(),
});
export type LookupRequest = z.infer<typeof LookupRequest>;
