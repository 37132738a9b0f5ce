import { z } from "zod";
import { IncidentId } from "@/server/vocabulary/ids";

/** A call-out is not longer than a shift: what is asked later begins another. */
export const incidentHours = 12;

/** More than that in one place is a typing slip. */
export const mostUnidentified = 20;

export const ageGuesses = ["baby", "under-5", "5-to-11", "12-to-17", "different", "unknown"] as const;
export type AgeGuess = (typeof ageGuesses)[number];

/** How old children look whom nobody can identify. */
export const ageGuessWords = {
  baby: "a baby",
  "under-5": "under 5",
  "5-to-11": "5 to 11",
  "12-to-17": "12 to 17",
  different: "different ages",
  unknown: "age not known",
} as const satisfies Record<AgeGuess, string>;

/** How many nobody could identify, in words that both sides read. */
export function unidentifiedInWords(count: number, ageGuess: AgeGuess): string {
  if (count === 0) return "No child is left who could not be identified";
  const children = count === 1 ? "1 more child" : `${String(count)} more children`;
  return `${children} not identified (${ageGuessWords[ageGuess]})`;
}

/** As the control room gives it out. Not a name, which has no digit, and not an NHS number. */
export const CallNumber = z
  .string()
  .trim()
  .transform((text) => text.toUpperCase().replaceAll(" ", ""))
  .refine(
    (text) => /^(?=.*\d)[A-Z0-9-]{2,12}$/.test(text) && !/^\d{10}$/.test(text),
    "Enter the number of the call-out: 2 to 12 characters with a digit among them, and no NHS number.",
  );

/** To which call-out something belongs, as the phone says it. */
export const AskedIncident = z.object({ incidentId: IncidentId, callNumber: CallNumber.optional() });
export type AskedIncident = z.infer<typeof AskedIncident>;

/** The call-out to which something does belong: not always the one that was asked for. */
export const Incident = z.object({
  incidentId: IncidentId,
  openedAt: z.date(),
  callNumber: z.string().nullable(),
});
export type Incident = Readonly<z.infer<typeof Incident>>;
