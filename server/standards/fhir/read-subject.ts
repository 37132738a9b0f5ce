import type { z } from "zod";
import { nhsNumberSystem } from "@/server/vocabulary/nhs-number-system";
import { parseNhsNumber } from "@/server/vocabulary/nhs-number";

interface Identifier {
  readonly system: string;
  readonly value: string;
}

/** The NHS number in an identifier, or what is wrong with it; `where` is the element's name. Pure. */
export function readNumber({ system, value }: Identifier, where: string) {
  if (system !== nhsNumberSystem || !/^\d{10}$/.test(value))
    return { ok: false, words: `${where} has to be ${nhsNumberSystem} and 10 digits.` } as const;
  const parsed = parseNhsNumber(value);
  return parsed.ok ? parsed : ({ ok: false, words: `Invalid NHS number: ${parsed.message}` } as const);
}

/** Which element is missing or wrong, by name. */
export function whereIn({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.join(".") ?? "";
  return where === "" ? "this is none" : `${where} is missing or not as it has to be`;
}
