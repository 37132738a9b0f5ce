import { z } from "zod";
import type { Work } from "@/server/db/work";

const OftenSeen = z.object({ often: z.number(), widely: z.number() });
export type OftenSeen = z.infer<typeof OftenSeen>;

/**
 * How many of these authorities' children were at unscheduled care four times or more in twelve months, and how many at two
 * settings or more. Found child by child, of those with a plan in force or ended in the last year: some thousand at most.
 */
export async function countOftenSeen({ tx, now }: Work, authorityIds: readonly string[]): Promise<OftenSeen> {
  const own = [...authorityIds];
  // A plan belongs to the authority of its child: said of both, neither is looked up one by one.
  const rows: unknown[] = await tx.$queryRaw`
    with recent as (select ${now}::timestamptz - interval '12 months' as since),
    known as (select distinct subject.nhs_number from subject join plan on plan.subject_id = subject.id cross join recent
      where subject.authority_id = any (${own}::uuid[]) and plan.authority_id = any (${own}::uuid[])
        and plan.deleted_on is null
        and (plan.end_on is null or plan.end_on >= since::date)),
    seen as (select count(distinct coalesce(incident_id, attendance.id)) as times,
        count(distinct care_setting_id) as settings
      from known join attendance using (nhs_number) cross join recent
      where attended_at >= since and attended_at <= ${now} group by nhs_number)
    select count(*) filter (where times >= 4)::int as often, count(*) filter (where settings >= 2)::int as widely from seen`;
  return OftenSeen.parse(rows[0]);
}
