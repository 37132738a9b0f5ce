import { z } from "zod";
import { LookupId } from "@/server/vocabulary/ids";
import { londonInstant } from "@/server/vocabulary/london-instant";
import { appointmentKinds, followUps, mostReasonCharacters } from "@/server/vocabulary/missed-appointment";
import { isTelephoneNumber } from "@/server/vocabulary/telephone-number";

const mostMissedBefore = 50;

/** What a clinician says of an appointment to which a child was not brought. One report a look at the record. */
export const MissedReport = z
  .object({
    lookupId: LookupId,
    appointmentKind: z.enum(appointmentKinds, "Choose which appointment it was."),
    /** On a London clock. */
    missedOn: z.iso.date("Enter the day of the appointment."),
    missedTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter the time of the appointment, like 14:30."),
    missedBefore: z
      .int("Enter how often as a whole number.")
      .min(0, "Enter how often as a number from 0 to 50.")
      .max(mostMissedBefore, "Enter how often as a number from 0 to 50.")
      .optional(),
    familyReason: z
      .string()
      .trim()
      .max(mostReasonCharacters, "Shorten the family’s reason to 500 characters.")
      .optional(),
    followUp: z.enum(followUps, "Say what was done about it."),
    callBackNumber: z
      .string()
      .trim()
      .refine(isTelephoneNumber, "Enter the number on which you can be rung back, like 07700 900123."),
    isWorried: z.boolean("Say whether you are worried about the child now."),
  })
  .transform(({ missedOn, missedTime, missedBefore, familyReason, ...report }) => ({
    ...report,
    missedAt: londonInstant(missedOn, minuteOf(missedTime)),
    missedBefore: missedBefore ?? null,
    familyReason: familyReason === undefined || familyReason === "" ? null : familyReason,
  }));
export type MissedReport = Readonly<z.infer<typeof MissedReport>>;

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
