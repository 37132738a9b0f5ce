import { randomUUID } from "node:crypto";
import { jobsChannel } from "@/server/db/outbox";
import type { BenchProduct } from "@/test/bench/bench-product";

/**
 * An alert for each of these children in one transaction, and their ids. Written as the owner, since asking so many
 * questions would take longer than what is measured.
 */
export async function raiseAtOnce(
  { owner, people }: BenchProduct,
  numbers: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `with child as (
       select distinct on (nhs_number) id, nhs_number, authority_id from subject where nhs_number = any ($1)
     ), asker as (
       select session.person_id, session.organisation_id, care_setting_id from session where id = $2
     ), asked as (
       insert into lookup (person_id, request_id, organisation_id, care_setting_id, role, mode, nhs_number, answer, asked_at)
       select person_id, gen_random_uuid(), organisation_id, care_setting_id, 'crew', 'unscheduled', nhs_number, 'held', now()
       from child, asker returning id, nhs_number
     ), raised as (
       insert into alert (reference, authority_id, lookup_id, subject_id, organisation_id, care_setting_id, raised_at)
       select $4 || row_number() over (), child.authority_id, asked.id, child.id, asker.organisation_id,
         asker.care_setting_id, now()
       from child join asked on asked.nhs_number = child.nhs_number cross join asker
       returning id, lookup_id
     ), happened as (
       insert into alert_event (alert_id, kind, lookup_id, happened_at) select id, 'raised', lookup_id, now() from raised
     ), queued as (
       insert into outbox (kind, job, unique_key, due_at)
       select 'climb-alert', jsonb_build_object('kind', 'climb-alert', 'alertId', id), 'climb:' || id, now() from raised
     ), told as (select pg_notify($3, ''))
     select raised.id from raised, told`,
    [numbers, people[0]?.sessionId, jobsChannel, randomUUID().slice(0, 6)],
  );
  return rows.map(({ id }) => id);
}
