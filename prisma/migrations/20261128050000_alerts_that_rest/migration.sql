-- A missed appointment about which nobody is worried now rests until the office opens (docs/decisions/0022-was-not-brought.md), and
-- waits for nobody until then: of such an alert `raised_at` is the end of its rest, which may be yet to come.

create or replace function lantern_waiting_alerts(since timestamptz)
  returns table (authority_id uuid, raised_at timestamptz, is_unreached boolean)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
  select alert.authority_id,
    greatest(alert.raised_at, (
      select due_at from alert_event rest where rest.alert_id = alert.id and kind = 'deferred'
        and not exists (select 1 from alert_event word where word.alert_id = alert.id and word.kind = 'worried')
      order by happened_at desc, id desc limit 1)),
    exists (select 1 from alert_event where alert_event.alert_id = alert.id and kind = 'unreached')
  from unsettled_alert join alert on alert.id = unsettled_alert.alert_id
  where (unsettled_alert.raised_at > since or unsettled_alert.alert_id in (
      select (job ->> 'alertId')::uuid from outbox where outbox.kind = 'climb-alert'))
    and drilled_by_id is null
    and ((select lantern_role() = 'operator')
      or ((select lantern_role() = 'authority-manager') and alert.authority_id = any (lantern_authorities())))
    and lantern_alert_standing(alert.id) = 'waiting'
  $$;
