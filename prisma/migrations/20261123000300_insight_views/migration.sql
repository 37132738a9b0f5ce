-- What managers and the operator may count: facts without identities.
--
-- The policies of the tables admit nobody who only counts, so these views read with the owner's rights and do their
-- own filtering. They hold no name, no NHS number and no person's id; whoever is not named below sees no row. A
-- security barrier keeps a caller's own conditions from seeing rows that the view leaves out.

-- Times are found by walking the range; rows come in order of time, so a block range index is enough and costs an
-- insert next to nothing.
create index "lookup_asked_at_idx" on "lookup" using brin ("asked_at");
create index "alert_raised_at_idx" on "alert" using brin ("raised_at");
create index "push_attempt_queued_at_idx" on "push_attempt" using brin ("queued_at");
-- Failures are few among many rows, and the only ones that figures read from the audit.
create index audit_failed on audit (happened_at) where outcome = 'failed';

-- Who counts the whole service: the operator, and the service itself for its metrics.
create function lantern_counts_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(lantern_role() = 'operator' or lantern_system() = 'health', false) $$;

-- Questions that were answered. A health manager sees those their organisation asked; an authority manager those
-- that told the authority (an alert raised, or viewed again); only these rows carry the authority.
create view lookup_fact with (security_barrier) as
  select id as lookup_id, asked_at, organisation_id, care_setting_id, null::uuid as authority_id, mode, answer
  from lookup
  where lantern_counts_all() or (lantern_role() = 'health-manager' and organisation_id = lantern_organisation())
  union all
  select distinct lookup.id, lookup.asked_at, lookup.organisation_id, lookup.care_setting_id, alert.authority_id,
    lookup.mode, lookup.answer
  from alert
    join alert_event event on event.alert_id = alert.id and event.kind in ('raised', 'viewed-again')
    join lookup on lookup.id = event.lookup_id
  where lantern_role() = 'authority-manager' and alert.authority_id = any (lantern_authorities());

-- Questions that failed before an answer: their own transaction was rolled back, so the record of the failure is
-- all there is of them.
create view failed_lookup_fact with (security_barrier) as
  select id as failure_id, happened_at as failed_at, organisation_id, care_setting_id,
    case action when 'child:look-up' then 'unscheduled' else 'scheduled' end as mode
  from audit
  where action in ('child:look-up', 'child:look-up-silently') and outcome = 'failed'
    and (lantern_counts_all() or (lantern_role() = 'health-manager' and organisation_id = lantern_organisation()));

-- Alerts with the first time of each stage. An authority manager sees the authority's; a health manager those that
-- their organisation's questions raised.
create view alert_fact with (security_barrier) as
  select alert.id as alert_id, alert.reference, alert.raised_at, alert.authority_id, alert.organisation_id,
    alert.care_setting_id, stage.shown_at, stage.taken_at, stage.unreached_at
  from alert cross join lateral (
    select min(happened_at) filter (where kind = 'shown') as shown_at,
      min(happened_at) filter (where kind = 'acknowledged') as taken_at,
      min(happened_at) filter (where kind = 'unreached') as unreached_at
    from alert_event where alert_event.alert_id = alert.id) stage
  where lantern_counts_all()
    or (lantern_role() = 'authority-manager' and alert.authority_id = any (lantern_authorities()))
    or (lantern_role() = 'health-manager' and alert.organisation_id = lantern_organisation());

grant select on lookup_fact, failed_lookup_fact, alert_fact to lantern_app;
