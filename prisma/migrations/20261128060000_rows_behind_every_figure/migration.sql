-- Every figure opens the rows that it counts: what a lookup or an alert was counted by stands beside it, and reports have a
-- view of their own. As before no name, no NHS number, no word that anybody wrote and no id of a person is in any of them.

create or replace view lookup_fact with (security_barrier) as
  select id as lookup_id, asked_at, organisation_id, care_setting_id, null::uuid as authority_id, mode, answer,
    number_source as channel, case when answer = 'could-not-check' then 'answered' end as cause
  from lookup
  where lantern_counts_all() or (lantern_role() = 'health-manager' and organisation_id = lantern_organisation())
  union all
  select distinct lookup.id, lookup.asked_at, lookup.organisation_id, lookup.care_setting_id, alert.authority_id,
    lookup.mode, lookup.answer, lookup.number_source, null
  from alert
    join alert_event event on event.alert_id = alert.id and lantern_is_look(event.kind)
    join lookup on lookup.id = event.lookup_id
  where alert.kind = 'look-up' and lantern_role() = 'authority-manager'
    and alert.authority_id = any (lantern_authorities());

create or replace view failed_lookup_fact with (security_barrier) as
  select id as failure_id, happened_at as failed_at, organisation_id, care_setting_id,
    case action when 'child:look-up' then 'unscheduled' else 'scheduled' end as mode,
    coalesce(left(detail, 60), 'unknown') as cause
  from audit
  where action in ('child:look-up', 'child:look-up-silently') and outcome = 'failed'
    and (lantern_counts_all() or (lantern_role() = 'health-manager' and organisation_id = lantern_organisation()));

-- As `alert_to_count` counts them. What is not asked for is not worked out.
create or replace view alert_fact with (security_barrier) as
  select alert.id as alert_id, alert.reference, alert.raised_at, alert.authority_id, alert.organisation_id,
    alert.care_setting_id, stage.shown_at, stage.taken_at, stage.unreached_at, stage.closed_at,
    least(stage.promised_at, stage.closed_at, (
      select min(sent_at) from message where message.alert_id = alert.id and side = 'duty')) as answered_at,
    (select max(rung) from alert_event told where told.alert_id = alert.id and told.kind = 'notified'
      and (stage.taken_at is null or told.happened_at <= stage.taken_at)) as rung,
    (select outcome from alert_event last where last.alert_id = alert.id and last.kind = 'closed'
      order by happened_at desc, id desc limit 1) as outcome,
    case when stage.taken_at is null then 'none' else coalesce((
      select notice.channel from notice
      where notice.alert_id = alert.id and notice.purpose in ('alert', 'alarm', 'offer')
        and notice.person_id = (select taking.person_id from alert_event taking
          where taking.alert_id = alert.id and taking.kind = 'acknowledged' order by happened_at, id limit 1)
        and least(notice.shown_at, notice.opened_at) <= stage.taken_at
      order by least(notice.shown_at, notice.opened_at), notice.id limit 1), 'none') end as channel
  from alert cross join lateral (
    select min(happened_at) filter (where kind = 'shown') as shown_at,
      min(happened_at) filter (where kind = 'acknowledged') as taken_at,
      min(happened_at) filter (where kind = 'unreached') as unreached_at,
      min(happened_at) filter (where kind = 'closed') as closed_at,
      min(happened_at) filter (where kind = 'promised') as promised_at
    from alert_event where alert_event.alert_id = alert.id) stage
  where alert.drilled_by_id is null and alert.kind = 'look-up' and (lantern_counts_all()
    or (lantern_role() = 'authority-manager' and alert.authority_id = any (lantern_authorities()))
    or (lantern_role() = 'health-manager' and alert.organisation_id = lantern_organisation()));

-- As `report_to_count` counts them.
create view referral_fact with (security_barrier) as
  select id as referral_id, reference, made_at, due_at, decided_at, authority_id, organisation_id
  from referral
  where lantern_counts_all()
    or (lantern_role() = 'authority-manager' and authority_id = any (lantern_authorities()))
    or (lantern_role() = 'health-manager' and organisation_id = lantern_organisation());

create view missed_fact with (security_barrier) as
  select missed.id as missed_id, missed.alert_id, alert.reference, missed.reported_at, missed.appointment_kind,
    alert.authority_id, missed.organisation_id, missed.care_setting_id
  from missed_appointment missed join alert on alert.id = missed.alert_id
  where lantern_counts_all()
    or (lantern_role() = 'authority-manager' and alert.authority_id = any (lantern_authorities()))
    or (lantern_role() = 'health-manager' and missed.organisation_id = lantern_organisation());

grant select on referral_fact, missed_fact to lantern_app;
