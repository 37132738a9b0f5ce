import { z } from "zod";
import { LookupId } from "@/server/vocabulary/ids";
import { londonInstant } from "@/server/vocabulary/london-instant";
import { formatDateTime } from "@/server/vocabulary/london-time";
import { TypedNhsNumber } from "@/server/vocabulary/lookup-request";
import { formatNhsNumber } from "@/server/vocabulary/nhs-number";

export const sexes = ["girl", "boy", "not-said"] as const;
export type Sex = (typeof sexes)[number];

export const sexWords = {
  girl: "Girl",
  boy: "Boy",
  "not-said": "Not known yet",
} as const satisfies Record<Sex, string>;

export const mostBirthDays = 28;

/** What whoever is with the mother says of a birth. */
export const BirthReport = z
  .object({
    lookupId: LookupId,
    /** On a London clock. */
    bornOn: z.iso.date("Enter the day on which the baby was born."),
    bornTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter the time of the birth, like 03:10."),
    sex: z.enum(sexes, "Say whether it is a girl or a boy, or that you do not know yet."),
    childNhsNumber: TypedNhsNumber.optional(),
  })
  .transform(({ bornOn, bornTime, childNhsNumber, ...report }) => ({
    ...report,
    bornAt: londonInstant(bornOn, Number(bornTime.slice(0, 2)) * 60 + Number(bornTime.slice(3))),
    childNhsNumber: childNhsNumber ?? null,
  }));
export type BirthReport = Readonly<z.infer<typeof BirthReport>>;

/** "Born 25 November 2026, 03:10. Girl. NHS number 999 000 0042." */
export function birthInWords({ bornAt, sex, childNhsNumber }: Omit<BirthReport, "lookupId">): string {
  const number =
    childNhsNumber === null ? "No NHS number yet." : `NHS number ${formatNhsNumber(childNhsNumber)}.`;
  const which = sex === "not-said" ? "" : ` ${sexWords[sex]}.`;
  return `Born ${formatDateTime(bornAt)}.${which} ${number}`;
}
