-- Alerts of before, while the service goes on: see unsettled_alerts. What is settled at this moment may be listed all the same,
-- and goes with the second statement, or stays: an alert too many is left out by its own story.
insert into unsettled_alert select id, raised_at from alert where not exists (
  select from alert_event settled
  where settled.alert_id = alert.id and settled.kind in ('acknowledged', 'reopened', 'closed'))
on conflict do nothing;

delete from unsettled_alert where exists (
  select from alert_event settled
  where settled.alert_id = unsettled_alert.alert_id and settled.kind in ('acknowledged', 'reopened', 'closed'));

create or replace function lantern_waiting_alerts(since timestamptz)
  returns table (authority_id uuid, raised_at timestamptz, is_unreached boolean)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
  select alert.authority_id, alert.raised_at,
    exists (select 1 from alert_event where alert_event.alert_id = alert.id and kind = 'unreached')
  from unsettled_alert join alert on alert.id = unsettled_alert.alert_id
  where (unsettled_alert.raised_at > since or unsettled_alert.alert_id in (
      select (job ->> 'alertId')::uuid from outbox where outbox.kind = 'climb-alert'))
    and drilled_by_id is null
    and ((select lantern_role() = 'operator')
      or ((select lantern_role() = 'authority-manager') and alert.authority_id = any (lantern_authorities())))
    and lantern_alert_standing(alert.id) = 'waiting'
  $$;
