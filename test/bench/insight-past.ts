import type pg from "pg";
import { connectDatabase } from "@/server/db/client";
import { withWork } from "@/server/db/work";
import { countChangedDays } from "@/server/domain/counting/count-changed-days";
import { systemActor } from "@/server/vocabulary/actor";
import { fillUnchecked } from "@/test/bench/fill-unchecked";

const batch = 500_000;

/** How many lookups of how many days. */
export interface InsightPast {
  readonly lookups: number;
  readonly days: number;
}

/**
 * Writes so many lookups of the last days at some 400 settings, made by the database: 5 in 100 held, each with an alert that was told,
 * shown, taken and mostly closed; 5 in 1,000 could not check. Days are marked once, and not once a row.
 */
export async function addInsightPast(owner: pg.Pool, { lookups, days }: InsightPast): Promise<void> {
  await owner.query(insertSettings);
  await fillUnchecked(owner, ["lookup", "alert", "alert_event"], async () => {
    for (let from = 0; from < lookups; from += batch) {
      await owner.query(insertLookups, [lookups, from, Math.min(batch, lookups - from), days]);
      console.log(`  ${Math.min(lookups, from + batch).toLocaleString("en-GB")} lookups were written`);
    }
    await owner.query(insertAlerts);
    await owner.query(insertEvents);
  });
  await owner.query(
    `insert into changed_day (day, facts) select day::date, facts
     from generate_series(now() - ($1::int + 1) * interval '1 day', now(), '1 day') day,
       unnest(array['lookups', 'alerts']) facts`,
    [days],
  );
  await owner.query("vacuum analyze");
}

/** Counts all that is marked, beside the worker; tells how many seconds that took. */
export async function countPast(appUrl: string): Promise<number> {
  const database = connectDatabase({ url: appUrl, connections: 1 });
  const startedAt = performance.now();
  const turn = () =>
    withWork(database, { actor: systemActor("worker"), now: new Date() }, (work) => countChangedDays(work));
  while (!(await turn()).isDone);
  await database.$disconnect();
  return (performance.now() - startedAt) / 1_000;
}

/** As many as England has, about. */
const insertSettings = `
  insert into care_setting (organisation_id, name, kind)
  select id, 'Department ' || number, 'emergency-department' from organisation cross join generate_series(1, 15) number
  where kind = 'health'`;

const insertLookups = `
  with places as (select array_agg(id) as ids, array_agg(organisation_id) as organisations from care_setting),
  people as (select array_agg(id) as ids from person),
  known as (select array_agg(nhs_number) as numbers from (select nhs_number from subject limit 5000) subject)
  insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer, asked_at,
    number_source, call_back_number)
  select people.ids[1 + place % cardinality(people.ids)], gen_random_uuid(),
    places.organisations[1 + hash % cardinality(places.ids)], places.ids[1 + hash % cardinality(places.ids)], 'crew',
    'unscheduled', known.numbers[1 + place % cardinality(known.numbers)],
    case when place % 20 = 0 then 'held' when place % 200 = 1 then 'could-not-check' else 'none-held' end,
    now() - ($1::bigint - place)::float8 / $1::bigint * $4::int * interval '1 day' - interval '1 minute',
    (array['scanned', 'typed', 'typed', 'pasted', 'searched'])[1 + hash / 1000 % 5], '01632 960123'
  from (select place, abs(hashint8(place)::bigint) as hash
      from generate_series($2::bigint, $2::bigint + $3::bigint - 1) place) question, places, people, known`;

const insertAlerts = `
  insert into alert (reference, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at)
  select 'bench-' || row_number() over (), subject.authority_id, lookup.id, subject.id,
    lookup.organisation_id, lookup.care_setting_id, asked_at
  from lookup cross join lateral (
    select id, authority_id from subject where subject.nhs_number = lookup.nhs_number limit 1) subject
  where answer = 'held'`;

const insertEvents = `
  insert into alert_event (alert_id, kind, lookup_id, rung, outcome, happened_at)
  select alert.id, step.kind, case when step.kind = 'raised' then lookup_id end,
    case when step.kind = 'notified' then 1 + hash % 3 end, case when step.kind = 'closed' then 'no-concern' end, raised_at + seconds * interval '1 second'
  from (select *, abs(hashtext(id::text)) as hash from alert) alert cross join lateral (values
    ('raised', 0.0), ('notified', 0.1), ('shown', 2 + hash % 40), ('acknowledged', 30 + hash % 900),
    ('closed', case when hash % 10 > 1 then 60 + hash % 7000 end)) step (kind, seconds)
  where seconds is not null`;
