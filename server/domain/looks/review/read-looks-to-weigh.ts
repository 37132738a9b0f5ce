import { z } from "zod";
import type { Work } from "@/server/db/work";
import type { PersonActor } from "@/server/vocabulary/actor";
import { LookReviewId, LookupId } from "@/server/vocabulary/ids";

const LookRow = z.object({
  lookupId: LookupId,
  at: z.date(),
  name: z.string(),
  role: z.string(),
  setting: z.string(),
  mode: z.enum(["unscheduled", "scheduled"]),
  reason: z.string().nullable(),
  isOnCall: z.boolean(),
  isBySystem: z.boolean(),
  callNumber: z.string().nullable(),
  inTheHour: z.number().int(),
  daysAtTheNumber: z.number().int(),
  isOwnName: z.boolean(),
});
export type LookRow = Readonly<z.infer<typeof LookRow>>;

const Review = z.object({
  reviewId: LookReviewId,
  lookupId: LookupId,
  decision: z.enum(["proportionate", "asked", "not-proportionate"]),
  note: z.string(),
  reasons: z.array(z.string()),
  decidedBy: z.string(),
  decidedAt: z.date(),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
});
export type Review = Readonly<z.infer<typeof Review>>;

export const windowDays = 28;

/** The looks of the officer's own organisation since then, newest first, with what the rules are asked about. */
export async function readLooksToWeigh(
  { tx }: Work,
  { organisationId }: PersonActor,
  since: Date,
): Promise<LookRow[]> {
  const rows: unknown = await tx.$queryRaw`
    with own as (
      select lookup.*, count(*) over (partition by person_id order by asked_at
          range between interval '1 hour' preceding and current row)::int as in_the_hour,
        (asked_at at time zone 'Europe/London')::date as day
      from lookup where organisation_id = ${organisationId}::uuid and asked_at >= ${since}
    ), days as (
      select person_id, nhs_number, count(distinct day)::int as days, array_agg(distinct day order by day) as all_days
      from own group by person_id, nhs_number
    )
    select own.id as "lookupId", asked_at as at, person.name, role, care_setting.name as setting, mode, reason,
      incident_id is not null as "isOnCall", number_source = 'system' as "isBySystem", call_number as "callNumber", in_the_hour as "inTheHour",
      (select count(*)::int from unnest(all_days) one where one <= own.day) as "daysAtTheNumber",
      own_name is not null as "isOwnName"
    from own join days using (person_id, nhs_number) join person on person.id = own.person_id
      join care_setting on care_setting.id = own.care_setting_id
      left join incident on incident.id = own.incident_id
      left join lantern_looks_at_own_name(${since}) own_name on own_name = own.id
    order by asked_at desc, own.id desc`;
  return z.array(LookRow).parse(rows);
}

/** The newest word about each look of the own organisation that was reviewed since then or still waits. */
export async function readReviews(
  { tx }: Work,
  { organisationId }: PersonActor,
  since: Date,
): Promise<ReadonlyMap<string, Review>> {
  const rows: unknown = await tx.$queryRaw`
    select distinct on (lookup_id) look_review.id as "reviewId", lookup_id as "lookupId", decision, note, reasons,
      person.name as "decidedBy", decided_at as "decidedAt", look_review.answer, answered_at as "answeredAt"
    from look_review join person on person.id = decided_by_id join lookup on lookup.id = lookup_id
    where look_review.organisation_id = ${organisationId}::uuid and asked_at >= ${since}
    order by lookup_id, decided_at desc, look_review.id desc`;
  return new Map(
    z
      .array(Review)
      .parse(rows)
      .map((review) => [review.lookupId, review]),
  );
}
