import { z } from "zod";
import { answerKinds } from "@/server/vocabulary/answer";
import { AlertId } from "@/server/vocabulary/ids";
import { appointmentKinds } from "@/server/vocabulary/missed-appointment";

// What is shown of a row, and nothing about anybody: an alert's own page asks who may see whose it is.

const LookupRow = z.object({
  id: z.uuid(),
  at: z.date(),
  organisation: z.string().nullable(),
  setting: z.string().nullable(),
  mode: z.enum(["unscheduled", "scheduled"]),
  answer: z.enum(answerKinds),
});
export type LookupRow = z.infer<typeof LookupRow>;

const AlertRow = z.object({
  id: AlertId,
  at: z.date(),
  reference: z.string(),
  authority: z.string(),
  organisation: z.string(),
  setting: z.string(),
  shown_at: z.date().nullable(),
  taken_at: z.date().nullable(),
  unreached_at: z.date().nullable(),
  /** Until the step that is asked for. */
  seconds: z.number().nullable(),
});
export type AlertRow = z.infer<typeof AlertRow>;

const ReferralRow = z.object({
  id: z.uuid(),
  at: z.date(),
  reference: z.string(),
  authority: z.string(),
  organisation: z.string(),
  due_at: z.date(),
  decided_at: z.date().nullable(),
});
export type ReferralRow = z.infer<typeof ReferralRow>;

const MissedRow = z.object({
  id: z.uuid(),
  at: z.date(),
  alert_id: AlertId,
  /** That of the alert. */
  reference: z.string(),
  kind: z.enum(appointmentKinds),
  authority: z.string(),
  organisation: z.string(),
  setting: z.string(),
});
export type MissedRow = z.infer<typeof MissedRow>;

/** Rows as the database gives them, by what they are. */
export const rowKinds = {
  lookups: z.array(LookupRow),
  alerts: z.array(AlertRow),
  referrals: z.array(ReferralRow),
  missed: z.array(MissedRow),
} as const;
