-- For how long somebody was at an authority's lists, counted by London day as other figures are: the page of all authorities
-- went through 28 days of the audit each time. docs/decisions/0027-data-quality-and-uptake.md.

CREATE TABLE "list_work_day" (
    "day" DATE NOT NULL,
    "authority_id" UUID NOT NULL,
    "seconds" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "list_work_day_pkey" PRIMARY KEY ("day", "authority_id")
);
alter table list_work_day add check (seconds >= 0);

alter table changed_day drop constraint changed_day_facts_check,
  add check (facts in ('lookups', 'alerts', 'reports', 'list-work'));

-- What is counted ------------------------------------------------------------------------------------------------

-- What lies longer between two acts was something else.
create function lantern_list_pause() returns interval language sql immutable parallel safe
  as $$ select interval '15 minutes' $$;

-- Acts of people at lists, as the worker counts them, and nobody else sees them.
drop function lantern_list_work(timestamptz, timestamptz, interval);
drop index audit_list_work;
create index audit_list_act on audit (happened_at)
  where action in ('feed:read', 'feed:send', 'register:correct') and person_id is not null;
create view list_act_to_count with (security_barrier) as
  select happened_at as at, organisation_id as authority_id, person_id
  from audit
  where action in ('feed:read', 'feed:send', 'register:correct') and person_id is not null
    and exists (select from organisation where organisation.id = audit.organisation_id and kind = 'authority')
    and lantern_system() = 'worker';

-- An act tells how long the one before it lasted, which may have been before midnight.
create function lantern_mark_list_work() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public
  as $$ begin
    insert into changed_day
      select distinct (at at time zone 'Europe/London')::date, 'list-work'
      from unnest(array[new.happened_at, new.happened_at - lantern_list_pause()]) at;
    return null;
  end $$;
revoke all on function lantern_mark_list_work() from public;
create trigger mark_list_work_day after insert on audit for each row
  when (new.action in ('feed:read', 'feed:send', 'register:correct') and new.person_id is not null)
  execute function lantern_mark_list_work();

-- What there is already.
insert into changed_day select distinct (happened_at at time zone 'Europe/London')::date, 'list-work' from audit
  where action in ('feed:read', 'feed:send', 'register:correct') and person_id is not null;

-- What the running role may do, and who sees which rows ------------------------------------------------------------

grant select on list_act_to_count to lantern_app;
grant select, insert, delete on list_work_day to lantern_app;

alter table list_work_day enable row level security;
create policy who_counts on list_work_day for select to lantern_app
  using ((select lantern_role()) = 'operator'
    or ((select lantern_role()) = 'authority-manager' and authority_id = any ((select lantern_authorities())::uuid[])));
create policy worker_counts on list_work_day for all to lantern_app using ((select lantern_system()) = 'worker');
create policy closed_days_stay on list_work_day as restrictive for delete to lantern_app
  using (day >= coalesce((select lantern_facts_since()), '-infinity'::date));
create policy closed_days_are_not_added_to on list_work_day as restrictive for insert to lantern_app
  with check (day >= coalesce((select lantern_facts_since()), '-infinity'::date));

create or replace function lantern_forget_figures(cutoff timestamptz, most int) returns jsonb
  language sql
  as $$ select lantern_forget_rows('lookup_day', old, cutoff, most) || lantern_forget_rows('told_day', old, cutoff, most)
      || lantern_forget_rows('alert_day', old, cutoff, most) || lantern_forget_rows('report_day', old, cutoff, most)
      || lantern_forget_rows('list_work_day', old, cutoff, most) || lantern_forget_rows('proof_day', old, cutoff, most)
    from (select 'day < ($1 at time zone ''Europe/London'')::date' as old) figures $$;
