-- Which alerts wait was asked of each of the last 28 days' alerts by their whole story: three seconds for one authority, and
-- no answer in time for the whole service, at half a million alerts a year. One that waits was never taken, reopened or
-- closed, which an index of such events alone says of each in some microseconds; only those that are left are read.
create index alert_event_settled on alert_event (alert_id) where kind in ('acknowledged', 'reopened', 'closed');

create or replace function lantern_waiting_alerts(since timestamptz)
  returns table (authority_id uuid, raised_at timestamptz, is_unreached boolean)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
  with asker as materialized (
    select lantern_role() = 'operator' as sees_all,
      case when lantern_role() = 'authority-manager' then lantern_authorities() end as own),
  theirs as (
    select id, alert.authority_id, alert.raised_at from alert cross join asker
    where alert.raised_at > since and drilled_by_id is null and (sees_all or alert.authority_id = any (own))
    union all
    select id, alert.authority_id, alert.raised_at from alert cross join asker
    where id in (select (job ->> 'alertId')::uuid from outbox where outbox.kind = 'climb-alert') and alert.raised_at <= since
      and drilled_by_id is null and (sees_all or alert.authority_id = any (own))),
  unsettled as materialized (
    select * from theirs where (select true from alert_event settled where settled.alert_id = theirs.id
      and settled.kind in ('acknowledged', 'reopened', 'closed') limit 1) is null)
  select unsettled.authority_id, unsettled.raised_at,
    exists (select 1 from alert_event where alert_event.alert_id = unsettled.id and kind = 'unreached')
  from unsettled where lantern_alert_standing(unsettled.id) = 'waiting'
  $$;
