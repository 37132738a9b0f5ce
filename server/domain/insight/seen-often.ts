import { Prisma } from "@/server/db/generated/client";
import type { OftenKind } from "@/server/vocabulary/often-seen";

/** The condition on a row of `seen` by which a child belongs to a kind. */
export const isSeen: Readonly<Record<OftenKind, Prisma.Sql>> = {
  often: Prisma.sql`times >= 4`,
  widely: Prisma.sql`settings >= 2`,
};

/**
 * The children of these authorities who were at unscheduled care in the twelve months up to now, as the tables `recent`, `known`
 * and `seen` of a `with`: of those with a plan in force or ended in that time, some thousand at most, child by child. Two
 * attendances on one call-out are one time.
 */
export function seenChildren(authorityIds: readonly string[], now: Date): Prisma.Sql {
  const own = [...authorityIds];
  // A plan belongs to the authority of its child: said of both, neither is looked up one by one.
  return Prisma.sql`
    recent as (select ${now}::timestamptz - interval '12 months' as since),
    known as (select distinct subject.nhs_number from subject join plan on plan.subject_id = subject.id cross join recent
      where subject.authority_id = any (${own}::uuid[]) and plan.authority_id = any (${own}::uuid[])
        and plan.deleted_on is null
        and (plan.end_on is null or plan.end_on >= since::date)),
    seen as (select nhs_number, count(distinct coalesce(incident_id, attendance.id))::int as times,
        count(distinct care_setting_id)::int as settings, max(attended_at) as last_at
      from known join attendance using (nhs_number) cross join recent
      where attended_at >= since and attended_at <= ${now} group by nhs_number)`;
}
