import { z } from "zod";
import { LookupId, OrganisationId } from "@/server/vocabulary/ids";
import { Incident } from "@/server/vocabulary/asked-incident";
import { planKinds } from "@/server/vocabulary/plan-kind";

const NumberToRing = z.object({ label: z.string(), number: z.string() });

const PlanOnCard = z.object({
  kind: z.enum(planKinds),
  state: z.enum(["in-force", "ended", "past-due", "born"]),
  startOn: z.string(),
  endOn: z.string().nullable(),
  dueOn: z.string().nullable(),
});

/** What one authority holds about the person who was asked about. */
export const RegisterEntry = z.object({
  authorityId: OrganisationId,
  authorityName: z.string(),
  familyName: z.string(),
  givenNames: z.string(),
  dateOfBirth: z.string(),
  plans: z.array(PlanOnCard).min(1),
  /** Which number to ring this minute, and the other one. */
  numbers: z.object({ first: NumberToRing, other: NumberToRing }),
  /** The first of them is the office's; otherwise it is the emergency team's. */
  isOfficeOpen: z.boolean(),
  /** When this authority's newest list arrived; null if it never did. */
  listReceivedAt: z.date().nullable(),
  /** The number asked about has been replaced by another, or is the replacement. */
  isNumberReplaced: z.boolean(),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

export const EarlierAttendance = z.object({
  attendedAt: z.date(),
  organisationName: z.string(),
  careSettingName: z.string(),
  role: z.string(),
  reason: z.string().nullable(),
});
export type EarlierAttendance = z.infer<typeof EarlierAttendance>;

const everyCard = {
  lookupId: LookupId,
  nhsNumber: z.string(),
  askedAt: z.date(),
  /** From then on the phone shows the card no more. */
  clearsAt: z.date(),
  /** How long that is from the answer on, for phones, whose clocks may be a day wrong. */
  clearsInMs: z.number(),
  /** unscheduled: the authority is told; scheduled: nobody is. */
  mode: z.enum(["unscheduled", "scheduled"]),
  /** The call-out that it is part of; another than was asked for where that was over. */
  incident: Incident.nullable(),
};

/** What the person who asked is shown. *Could not check* is not a card: it is what the phone says without one. */
export const ResultCard = z.discriminatedUnion("answer", [
  z.object({
    ...everyCard,
    answer: z.literal("held"),
    entries: z.array(RegisterEntry).min(1),
    attendances: z.array(EarlierAttendance),
  }),
  z.object({
    ...everyCard,
    answer: z.literal("none-held"),
    /** Authorities whose newest list is older than two days, of how many. */
    freshness: z.object({ staleLists: z.number(), lists: z.number() }),
  }),
]);
export type ResultCard = z.infer<typeof ResultCard>;
