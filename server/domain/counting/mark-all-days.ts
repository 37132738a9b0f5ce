import type { Work } from "@/server/db/work";

/**
 * Marks every day that has facts or figures as changed, so that all is counted anew; tells how many marks were made. Until
 * a day has its turn its old figures stay. Days of which facts have left for their age are left out: their figures are all
 * that is known of them.
 */
export async function markAllDays({ tx }: Work): Promise<number> {
  return tx.$executeRaw`
    insert into changed_day (day, facts)
    select day, facts from (
    select (at at time zone 'Europe/London')::date as day, 'lookups' as facts from lookup_to_count group by 1
    union select day, 'lookups' from lookup_day
    union select day, 'lookups' from told_day
    union select day, 'lookups' from asked_day
    union select day, 'lookups' from setting_service_day
    union select day, 'lookups' from setting_organisation_day
    union select (raised_at at time zone 'Europe/London')::date, 'alerts' from alert group by 1
    union select day, 'alerts' from alert_day
    union select day, 'alerts' from alert_service_day
    union select day, 'alerts' from alert_organisation_day
    union select (at at time zone 'Europe/London')::date, 'reports' from report_to_count group by 1
    union select day, 'reports' from report_day
    union select (at at time zone 'Europe/London')::date, 'list-work' from list_act_to_count group by 1
    union select day, 'list-work' from list_work_day) every_day
    where day >= coalesce(lantern_facts_since(), '-infinity'::date)`;
}
