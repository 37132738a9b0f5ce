import { z } from "zod";

/** For so long it holds on which vehicle somebody said that they are. */
export const callSignHours = 12;

/**
 * What a vehicle is called on the radio, such as EM401. Not a name, which has no digit, and not an NHS number, however
 * it is grouped.
 */
export const CallSign = z
  .string()
  .max(40, "Enter the call sign: 2 to 12 letters and digits, such as EM401.")
  .transform((text) => text.trim().replaceAll(/\s+/g, " ").toUpperCase())
  .refine(
    (text) =>
      /^(?=.*\d)[A-Z0-9][A-Z0-9 -]{0,10}[A-Z0-9]$/.test(text) && text.replaceAll(/[^\d]/g, "").length < 10,
    "Enter the call sign: 2 to 12 letters and digits, with a digit among them, such as EM401.",
  );
export type CallSign = z.infer<typeof CallSign>;

/** The same for the same vehicle, however its call sign is spaced: EM401, EM 401 and em-401. */
export function callSignKey(text: string): string {
  return text.toUpperCase().replaceAll(/[\s-]/g, "");
}
