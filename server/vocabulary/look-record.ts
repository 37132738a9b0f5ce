import { z } from "zod";
import { answerKinds } from "@/server/vocabulary/answer";
import { channels } from "@/server/vocabulary/notice-purpose";

/** In files an instant is text, as JSON has it; here it is one. */
const Instant = z.coerce.date();
const MaybeInstant = Instant.nullable();

/** Who did it, as they stood then. */
const Who = z.object({
  name: z.string(),
  role: z.string().nullable(),
  organisation: z.string(),
  setting: z.string().nullable(),
});

/** One question about the number: who, when, why, and what was answered. */
export const Look = z.object({
  at: Instant,
  who: Who,
  mode: z.enum(["unscheduled", "scheduled"]),
  /** Why the child was seen, if the person who asked said so. */
  reason: z.string().nullable(),
  numberSource: z.string(),
  /** Whether it was asked on a call-out, and its number if it has one. */
  isOnCall: z.boolean(),
  callNumber: z.string().nullable(),
  answer: z.enum(answerKinds),
  /** References of the alerts that it raised or was folded into. */
  alerts: z.array(z.string()),
});
export type Look = Readonly<z.infer<typeof Look>>;

/** One attempt to tell one person, and what became of it. */
export const Telling = z.object({
  name: z.string(),
  channel: z.enum(channels),
  purpose: z.string(),
  at: Instant,
  acceptedAt: MaybeInstant,
  shownAt: MaybeInstant,
  openedAt: MaybeInstant,
  failedAt: MaybeInstant,
  expiredAt: MaybeInstant,
});
export type Telling = Readonly<z.infer<typeof Telling>>;

/** Something that was done about an alert. What people wrote is not repeated, only that there are words. */
export const Deed = z.object({
  at: Instant,
  kind: z.string(),
  name: z.string().nullable(),
  otherName: z.string().nullable(),
  outcome: z.string().nullable(),
  hasWords: z.boolean(),
});
export type Deed = Readonly<z.infer<typeof Deed>>;

export const ToldAlert = z.object({
  reference: z.string(),
  authority: z.string(),
  raisedAt: Instant,
  told: z.array(Telling),
  done: z.array(Deed),
  /** How many messages the two sides wrote to each other. */
  messages: z.number().int(),
});
export type ToldAlert = Readonly<z.infer<typeof ToldAlert>>;

/** Anything else that somebody of the organisation did with this number: a card read again, a chronology, a search. */
export const Act = z.object({
  at: Instant,
  who: Who,
  action: z.string(),
  outcome: z.string(),
  detail: z.string().nullable(),
});
export type Act = Readonly<z.infer<typeof Act>>;

/** Who looked at one NHS number, as one organisation has it on record. Names no child. */
export const LookRecord = z.object({
  format: z.literal("lantern-look-record-1"),
  nhsNumber: z.string(),
  organisation: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
  openedAt: Instant,
  openedBy: z.string(),
  /** What is in it and what is not, in words. */
  scope: z.string(),
  looks: z.array(Look),
  alerts: z.array(ToldAlert),
  acts: z.array(Act),
});
export type LookRecord = Readonly<z.infer<typeof LookRecord>>;

/** As a person takes it away: the facts, the same on paper, or the signature over the facts. */
export const exportForms = ["json", "pdf", "signature"] as const;
export type ExportForm = (typeof exportForms)[number];

/** What the record of an organisation of this kind holds, and what it does not. */
export function scopeInWords(organisation: { readonly name: string; readonly kind: string }): string {
  const told =
    organisation.kind === "authority"
      ? ` and every look by others about which ${organisation.name} was alerted`
      : "";
  return (
    `Every look by people of ${organisation.name}${told}. ` +
    "Of this number alone: where demographics has replaced a number of the same person by another, the looks under the other stand in its own record. " +
    "Whether others looked as well is not in this record, and it does not say that nobody did: each organisation answers for its own people."
  );
}
