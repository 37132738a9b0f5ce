import { z } from "zod";
import { alertEventKinds } from "@/server/vocabulary/alert-event";
import { AlertId, LookupId, PersonId } from "@/server/vocabulary/ids";

/** One thing that happened to an alert, as it is read back. */
export const AlertEvent = z.object({
  alertId: AlertId,
  kind: z.enum(alertEventKinds),
  happenedAt: z.date(),
  /** Who did it, or to whom it was done. */
  personId: PersonId.nullable(),
  personName: z.string().nullable(),
  /** To whom it was offered. */
  otherPersonId: PersonId.nullable(),
  otherPersonName: z.string().nullable(),
  rung: z.number().nullable(),
  lookupId: LookupId.nullable(),
  dueAt: z.date().nullable(),
  outcome: z.string().nullable(),
  /** Plain words without personal data. */
  note: z.string().nullable(),
  /** What a person wrote. */
  detail: z.string().nullable(),
});
export type AlertEvent = Readonly<z.infer<typeof AlertEvent>>;
