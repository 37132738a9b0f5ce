import { Prisma } from "@/server/db/generated/client";
import type { Work } from "@/server/db/work";
import { addDays, startOfLondonDay, type LondonDate } from "@/server/vocabulary/london-time";

/**
 * Replaces what was counted of one London day by what its facts are now, by the facts that changed. What is put together of it
 * for the whole service and each organisation follows by triggers, so that it does whoever counts. Rows of one organisation lie beside each other:
 * its year is read from some hundred pages, and not from nearly all.
 */
export const countDay = {
  lookups: countLookups,
  alerts: countAlerts,
  reports: countReports,
  "list-work": countListWork,
} as const;

async function countLookups({ tx }: Work, day: LondonDate): Promise<void> {
  await tx.$executeRaw`delete from asked_day where day = ${day}::date`;
  await tx.$executeRaw`delete from setting_service_day where day = ${day}::date`;
  await tx.$executeRaw`delete from setting_organisation_day where day = ${day}::date`;
  await tx.$executeRaw`delete from lookup_day where day = ${day}::date`;
  await tx.$executeRaw`delete from told_day where day = ${day}::date`;
  await tx.$executeRaw`
    with facts as materialized (select *, ${hour} as hour from lookup_to_count where ${isOn(day)}),
    of_all as (
      insert into lookup_day (day, organisation_id, care_setting_id, mode, channel, answer, cause, hours, lookups)
      select ${day}::date, organisation_id, care_setting_id, mode, channel, answer, cause, ${byHour}, count(*)
      from facts group by organisation_id, care_setting_id, mode, channel, answer, cause order by organisation_id)
    insert into told_day (day, authority_id, told, organisation_id, care_setting_id, channel, hours, lookups)
    select ${day}::date, authority_id, told, organisation_id, care_setting_id, channel, ${byHour}, count(*)
    from facts cross join unnest(told) as authority_id
    group by authority_id, told, organisation_id, care_setting_id, channel order by authority_id`;
}

async function countAlerts({ tx }: Work, day: LondonDate): Promise<void> {
  await tx.$executeRaw`delete from alert_service_day where day = ${day}::date`;
  await tx.$executeRaw`delete from alert_organisation_day where day = ${day}::date`;
  await tx.$executeRaw`delete from alert_day where day = ${day}::date`;
  await tx.$executeRaw`
    insert into alert_day (day, hour, authority_id, organisation_id, care_setting_id, channel, rung, outcome,
      is_unreached, shown, taken, answered, closed)
    select ${day}::date, ${hour} as hour, authority_id, organisation_id, care_setting_id, channel, rung, outcome,
      is_unreached, ${secondsTo("shown_at")} as shown, ${secondsTo("taken_at")} as taken,
      ${secondsTo("answered_at")} as answered, ${secondsTo("closed_at")} as closed
    from alert_to_count where ${isOn(day)} order by authority_id`;
}

async function countReports({ tx }: Work, day: LondonDate): Promise<void> {
  await tx.$executeRaw`delete from report_day where day = ${day}::date`;
  await tx.$executeRaw`
    insert into report_day (day, kind, word, authority_id, organisation_id, reports)
    select ${day}::date, kind, word, authority_id, organisation_id, count(*)
    from report_to_count where ${isOn(day)} group by kind, word, authority_id, organisation_id`;
}

/** From each act on a list to the next of the same person; it belongs to the day on which it began. */
async function countListWork({ tx }: Work, day: LondonDate): Promise<void> {
  await tx.$executeRaw`delete from list_work_day where day = ${day}::date`;
  await tx.$executeRaw`
    insert into list_work_day (day, authority_id, seconds)
    select ${day}::date, authority_id,
      coalesce(sum(extract(epoch from lasted)) filter (where lasted <= lantern_list_pause()), 0)
    from (select authority_id, at, lead(at) over (partition by authority_id, person_id order by at) - at as lasted
      from list_act_to_count
      where at >= ${startOfLondonDay(day)} and at < ${startOfLondonDay(addDays(day, 1))}::timestamptz + lantern_list_pause()) act
    where ${isOn(day)} group by authority_id`;
}

function isOn(day: LondonDate): Prisma.Sql {
  return Prisma.sql`at >= ${startOfLondonDay(day)} and at < ${startOfLondonDay(addDays(day, 1))}`;
}

/** On a London clock: of the hour that comes twice in October there is one, and it has both. */
const hour = Prisma.sql`extract(hour from at at time zone 'Europe/London')::int`;

const hoursOfDay = Array.from({ length: 24 }, (_, index) => index);
const byHour = Prisma.sql`array[${Prisma.join(
  hoursOfDay.map((each) => Prisma.sql`count(*) filter (where hour = ${Prisma.raw(String(each))})`),
)}]::int[]`;

/** Whole seconds that have passed; never below nought, since the clocks of two machines differ a little. */
function secondsTo(column: "shown_at" | "taken_at" | "answered_at" | "closed_at"): Prisma.Sql {
  const at = Prisma.raw(column);
  return Prisma.sql`case when ${at} is not null then floor(greatest(0, extract(epoch from ${at} - at)))::int end`;
}
