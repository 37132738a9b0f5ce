import { z } from "zod";
import { AlertId, LookupId } from "@/server/vocabulary/ids";
import { appointmentKinds, followUps } from "@/server/vocabulary/missed-appointment";

/** What a clinic reported of an appointment to which the child was not brought. */
const MissedFact = z.object({
  appointmentKind: z.enum(appointmentKinds),
  missedAt: z.string().transform((text) => new Date(text)),
  missedBefore: z.number().nullable(),
  familyReason: z.string().nullable(),
  followUp: z.enum(followUps),
  isWorried: z.boolean(),
});
export type MissedFact = Readonly<z.infer<typeof MissedFact>>;

/**
 * A look at the child's record from unscheduled care, or a report of a missed appointment; `alertId` where this authority
 * was alerted.
 */
export const LookFact = z.object({
  alertId: AlertId.nullable(),
  lookupId: LookupId,
  at: z.date(),
  personName: z.string(),
  role: z.string(),
  organisationName: z.string(),
  careSettingName: z.string(),
  reason: z.string().nullable(),
  /** When the child came, where the place's own system registered that. */
  arrivedAt: z.date().nullable(),
  missed: MissedFact.nullable(),
});
export type LookFact = Readonly<z.infer<typeof LookFact>>;

export const AlertFact = z.object({ alertId: AlertId, reference: z.string(), raisedAt: z.date() });
export type AlertFact = Readonly<z.infer<typeof AlertFact>>;

/** Kind and outcome are text: what a newer version writes down must be told as well, not hidden. */
export const EventFact = z.object({
  alertId: AlertId,
  kind: z.string(),
  at: z.date(),
  personName: z.string().nullable(),
  otherPersonName: z.string().nullable(),
  lookupId: LookupId.nullable(),
  dueAt: z.date().nullable(),
  outcome: z.string().nullable(),
  detail: z.string().nullable(),
});
export type EventFact = Readonly<z.infer<typeof EventFact>>;

export const MessageFact = z.object({
  alertId: AlertId,
  at: z.date(),
  personName: z.string(),
  side: z.enum(["crew", "duty"]),
  body: z.string(),
});
export type MessageFact = Readonly<z.infer<typeof MessageFact>>;

export const ReferralFact = z.object({
  alertId: AlertId,
  reference: z.string(),
  at: z.date(),
  personName: z.string(),
  organisationName: z.string(),
  concern: z.string(),
  decision: z.string().nullable(),
  decisionNote: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
});
export type ReferralFact = Readonly<z.infer<typeof ReferralFact>>;

/** Everything that the entries of one child are made of, as it stands in the tables. */
export interface Facts {
  readonly alerts: readonly AlertFact[];
  readonly looks: readonly LookFact[];
  readonly events: readonly EventFact[];
  readonly messages: readonly MessageFact[];
  readonly referrals: readonly ReferralFact[];
}
