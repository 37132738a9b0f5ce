-- Data quality, uptake and drills, for managers and operators: facts without identities, each found by an index.

-- Data quality ---------------------------------------------------------------------------------------------------

-- Counted when the list is looked at: a trend over lists would count the problems of all of them each time.
alter table feed add column unmatched_count int not null default 0;
update feed set unmatched_count = (select count(distinct row_number) from row_problem
  where feed_id = feed.id and row_answer in ('CPR01', 'CPR02', 'CPR03', 'CPR04')) where kind = 'list';
grant update (unmatched_count) on feed to lantern_app;

-- The newest list of each authority is one step, however many there were before.
create index feed_applied on feed (authority_id, received_at desc, sequence desc)
  where kind = 'list' and state = 'applied';

create or replace view list_fact with (security_barrier) as
  select authority_id, sequence, gap_count, id as feed_id, received_at, row_count, loaded_count, unmatched_count
  from feed
  where kind = 'list' and state = 'applied' and (lantern_role() = 'operator'
    or (lantern_role() = 'authority-manager' and authority_id = any (lantern_authorities())));

-- What is or was wrong in lists: of which kind and how long; not in which row, and of whom.
create view fault_fact with (security_barrier) as
  select fault.authority_id, fault.cause, fault.row_answer, fault.first_shown_at, fault.fixed_at
  from data_fault fault join feed first on first.id = fault.first_feed_id
  -- What only a list showed that was taken back was never wrong.
  where first.state <> 'undone' and (lantern_role() = 'operator'
    or (lantern_role() = 'authority-manager' and fault.authority_id = any (lantern_authorities())));

-- For how long somebody of an authority was at its lists, by London day: from one act on record to the next of the same
-- person, where no more than `pause` lies between. Whose acts they are stays in here.
create index audit_list_work on audit (organisation_id, happened_at)
  where action in ('feed:read', 'feed:send', 'register:correct') and person_id is not null;
create function lantern_list_work(since timestamptz, until timestamptz, pause interval)
  returns table (authority_id uuid, day date, seconds float8)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select act.organisation_id, (act.happened_at at time zone 'Europe/London')::date,
      coalesce(sum(extract(epoch from act.lasted)) filter (where act.lasted <= pause), 0)::float8
    from organisation authority cross join lateral (
      select audit.organisation_id, audit.happened_at,
        lead(audit.happened_at) over (partition by audit.person_id order by audit.happened_at) - audit.happened_at as lasted
      from audit
      where audit.organisation_id = authority.id and audit.happened_at >= since and audit.happened_at < until
        and audit.action in ('feed:read', 'feed:send', 'register:correct') and audit.person_id is not null) act
    where authority.kind = 'authority' and (lantern_role() = 'operator'
      or (lantern_role() = 'authority-manager' and authority.id = any (lantern_authorities())))
    group by 1, 2 $$;
revoke all on function lantern_list_work(timestamptz, timestamptz, interval) from public;
grant execute on function lantern_list_work(timestamptz, timestamptz, interval) to lantern_app;

-- Uptake ---------------------------------------------------------------------------------------------------------

-- How many people have worked in a setting since, and how many of them have practised; nobody by name. The row without
-- a setting is the whole organisation: who works in two settings is one person.
create index session_by_setting on session (organisation_id, opened_at) where care_setting_id is not null;
create function lantern_practised(worked_since timestamptz, practised_since timestamptz)
  returns table (organisation_id uuid, care_setting_id uuid, people int, practised int)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select body.id, worked.care_setting_id, count(distinct worked.person_id)::int,
      count(distinct worked.person_id) filter (where worked.has_practised)::int
    from organisation body cross join lateral (
      select distinct session.care_setting_id, session.person_id, exists (
          select 1 from practice_run where practice_run.person_id = session.person_id
            and practice_run.finished_at >= practised_since) as has_practised
      from session
      where session.organisation_id = body.id and session.opened_at >= worked_since
        and session.care_setting_id is not null
        and session.role in ('crew', 'control-room', 'scheduled-clinician')) worked
    where body.kind = 'health' and (lantern_role() = 'operator'
      or (lantern_role() = 'health-manager' and body.id = lantern_organisation()))
    group by grouping sets ((1, 2), (1)) $$;
revoke all on function lantern_practised(timestamptz, timestamptz) from public;
grant execute on function lantern_practised(timestamptz, timestamptz) to lantern_app;

-- Drills and the proof of delivery --------------------------------------------------------------------------------

-- Drills are few among many alerts.
create index alert_drills on alert (raised_at) where drilled_by_id is not null;
create view drill_fact with (security_barrier) as
  select drill.id as alert_id, drill.reference, drill.raised_at, drill.authority_id, stage.shown_at, stage.taken_at,
    stage.unreached_at, stage.rungs, stage.is_told,
    -- Operators read of no one's colleagues who it was.
    case when lantern_role() = 'authority-manager' then taker.name end as taken_by
  from alert drill cross join lateral (
      select min(happened_at) filter (where kind = 'shown') as shown_at,
        min(happened_at) filter (where kind = 'acknowledged') as taken_at,
        min(happened_at) filter (where kind = 'unreached') as unreached_at,
        coalesce(max(rung), 0) as rungs,
        coalesce(bool_or(kind = 'notified'), false) as is_told
      from alert_event where alert_event.alert_id = drill.id) stage
    left join lateral (
      select person.name from alert_event join person on person.id = person_id
      where alert_event.alert_id = drill.id and kind = 'acknowledged' order by happened_at limit 1) taker on true
  where drill.drilled_by_id is not null and (lantern_role() = 'operator'
    or (lantern_role() = 'authority-manager' and drill.authority_id = any (lantern_authorities())));

-- How the deliveries that the service proves to itself went, by London day. The proofs themselves are kept for a day.
CREATE TABLE "proof_day" (
    "day" DATE NOT NULL,
    "begun_count" INTEGER NOT NULL DEFAULT 0,
    "proven_count" INTEGER NOT NULL DEFAULT 0,
    "first_proven_at" TIMESTAMPTZ(3),
    "last_proven_at" TIMESTAMPTZ(3),
    "longest_gap_seconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "proof_day_pkey" PRIMARY KEY ("day")
);
-- No check that no more arrive than began: a delivery must not go unrecorded for the sake of a statistic.
alter table proof_day enable row level security;
create policy known on proof_day for select to lantern_app using (lantern_has_actor());
create policy system_adds on proof_day for insert to lantern_app with check (lantern_system() is not null);
create policy system_changes on proof_day for update to lantern_app using (lantern_system() is not null);
grant select, insert on proof_day to lantern_app;
grant update (begun_count, proven_count, first_proven_at, last_proven_at, longest_gap_seconds) on proof_day to lantern_app;

grant select on fault_fact, drill_fact to lantern_app;
