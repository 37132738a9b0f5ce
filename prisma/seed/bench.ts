import type { Client } from "pg";
import { z } from "zod";
import { asOwner } from "@/prisma/seed/owner-database";

const BenchPeople = z.array(z.object({ personId: z.uuid(), sessionId: z.uuid() }));
export type BenchPeople = Readonly<z.infer<typeof BenchPeople>>;

/**
 * Adds so many crew members of the London trust, each with an open session in an ambulance, good for 12 hours from
 * `now`: those who ask in a load test, where one person alone would soon be told to wait.
 */
export async function benchPeople(ownerUrl: string, count: number, now: Date): Promise<BenchPeople> {
  const { rows } = await asOwner(ownerUrl, (client) =>
    client.query(
      `with crew as (
         insert into person (issuer, subject, name)
         select 'care-identity', 'bench-' || gen_random_uuid(), 'Crew Benchley ' || place
         from generate_series(1, $1::int) place
         returning id
       ), place as (
         select organisation.id as organisation_id, care_setting.id as care_setting_id
         from organisation join care_setting on care_setting.organisation_id = organisation.id
         where code = 'RRU' and care_setting.name = 'Ambulance'
       )
       insert into session (person_id, organisation_id, care_setting_id, role, assurance, opened_at, last_seen_at,
         idle_minutes, expires_at)
       select crew.id, place.organisation_id, place.care_setting_id, 'crew', 'AAL3_ANY', $2::timestamptz,
         $2::timestamptz, 720, $2::timestamptz + interval '12 hours'
       from crew, place
       returning person_id as "personId", id as "sessionId"`,
      [count, now],
    ),
  );
  return BenchPeople.parse(rows);
}

/** The digits times 10 down to 2, in SQL: the first step of the check digit. */
const weightedSum = Array.from({ length: 9 }, (_, place) => {
  return `digits / ${String(10 ** (8 - place))} % 10 * ${String(10 - place)}`;
}).join(" + ");

/** About as many as England has, plans of the last year included. */
export const plansOfEngland = 230_000;

export interface BenchPlans {
  readonly now: Date;
  readonly plans: number;
  readonly onProgress: (message: string) => void;
}

/**
 * Adds so many plans, one a child, spread evenly over all authorities: made by the database, since that takes seconds.
 * NHS numbers begin with 910 to 998 and have true check digits; nine digits whose check would be 10 are left out.
 */
export async function addBenchPlans(client: Client, { now, plans, onProgress }: BenchPlans): Promise<void> {
  onProgress(`Adding ${plans.toLocaleString("en-GB")} plans`);
  await client.query(
    `with authority as (
       select id, row_number() over (order by code) - 1 as place, count(*) over () as authorities
       from organisation where kind = 'authority'
     ), nine as (
       -- A step that shares no factor with the range spreads the numbers and never meets one twice.
       select step, 910000000 + (step::bigint * 340007) % 89000000 as digits
       from generate_series(1, $1::int * 11 / 10 + 11) step
     ), checked as (
       select step, digits, 11 - (${weightedSum}) % 11 as check_digit from nine
     ), numbered as (
       select row_number() over (order by step) as place, digits::text || (check_digit % 11)::text as nhs_number
       from checked where check_digit <> 10
     )
     insert into subject (authority_id, nhs_number, family_name, given_names, date_of_birth)
     select authority.id, nhs_number, 'Benchley', 'Child ' || numbered.place,
       $2::date - (1000 + numbered.place % 5000)::int
     from numbered join authority on authority.place = numbered.place % authority.authorities
     where numbered.place <= $1::int`,
    [plans, now],
  );
  await client.query(
    `insert into plan (authority_id, subject_id, kind, start_on, local_id, feed_id)
     select subject.authority_id, subject.id,
       case when ascii(right(nhs_number, 1)) % 2 = 0 then 'child-protection' else 'looked-after' end,
       $1::date - (70 + substr(nhs_number, 6, 4)::int % 700), 'bench-' || nhs_number, feed.id
     from subject join feed on feed.authority_id = subject.authority_id and feed.sequence = 1
     where family_name = 'Benchley'`,
    [now],
  );
  await client.query(
    // The same text as `demographicsDigest` makes of these names, which have no accents.
    `insert into trace (authority_id, nhs_number, asked, traced_at, row_answer)
     select authority_id, nhs_number, encode(sha256(convert_to(
       lower(family_name) || '|' || lower(given_names) || '|' || date_of_birth, 'UTF8')), 'hex'), $1::timestamptz, 'CPR06'
     from subject where family_name = 'Benchley'`,
    [now],
  );
}
