-- A missed appointment about which nobody is worried now rests until the office opens (docs/decisions/0022-was-not-brought.md), and
-- waits for nobody until then. An alert waits since its newest rest ended: when that was due, or sooner if the ladder went on sooner;
-- one that reached nobody since the first, whatever it has rested for afterwards. `waits_since` may be yet to come. A rest "of
-- tomorrow", by a clock that was put back since, counts for nothing, as on the ladder.
--
-- The function of one argument is for the release before.

create function lantern_waiting_alerts(since timestamptz, until timestamptz)
  returns table (authority_id uuid, waits_since timestamptz, is_unreached boolean)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
  select alert.authority_id,
    greatest(alert.raised_at, least(rest.due_at, (
      select min(told.happened_at) from alert_event told where told.alert_id = alert.id and told.happened_at >= rest.happened_at
        and told.kind in ('worried', 'notified', 'nobody-on-call', 'nobody-reachable', 'escalated')))),
    coalesce(unreached.is_so, false)
  from unsettled_alert join alert on alert.id = unsettled_alert.alert_id
    cross join lateral (
      select bool_or(kind = 'unreached') as is_so,
        min(happened_at) filter (where kind in ('worried', 'notified', 'nobody-on-call', 'nobody-reachable', 'escalated')) as first_told_at
      from alert_event where alert_event.alert_id = alert.id) unreached
    left join lateral (
      select happened_at, due_at from alert_event deferred
      where deferred.alert_id = alert.id and kind = 'deferred' and happened_at <= until
        and (unreached.is_so is not true or happened_at < unreached.first_told_at)
      order by happened_at desc, id desc limit 1) rest on true
  where (unsettled_alert.raised_at > since or unsettled_alert.alert_id in (
      select (job ->> 'alertId')::uuid from outbox where outbox.kind = 'climb-alert'))
    and drilled_by_id is null
    and ((select lantern_role() = 'operator')
      or ((select lantern_role() = 'authority-manager') and alert.authority_id = any (lantern_authorities())))
    and lantern_alert_standing(alert.id) = 'waiting'
  $$;
revoke execute on function lantern_waiting_alerts(timestamptz, timestamptz) from public;
grant execute on function lantern_waiting_alerts(timestamptz, timestamptz) to lantern_app;
