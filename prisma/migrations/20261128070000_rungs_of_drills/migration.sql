-- Of a practice alert the highest rung that was told: one that was come to and has nobody on it is none.

create or replace view drill_fact with (security_barrier) as
  select drill.id as alert_id, drill.reference, drill.raised_at, drill.authority_id, stage.shown_at, stage.taken_at,
    stage.unreached_at, stage.rungs, stage.is_told,
    -- Operators read of no one's colleagues who it was.
    case when lantern_role() = 'authority-manager' then taker.name end as taken_by
  from alert drill cross join lateral (
      select min(happened_at) filter (where kind = 'shown') as shown_at,
        min(happened_at) filter (where kind = 'acknowledged') as taken_at,
        min(happened_at) filter (where kind = 'unreached') as unreached_at,
        coalesce(max(rung) filter (where kind = 'notified'), 0) as rungs,
        coalesce(bool_or(kind = 'notified'), false) as is_told
      from alert_event where alert_event.alert_id = drill.id) stage
    left join lateral (
      select person.name from alert_event join person on person.id = person_id
      where alert_event.alert_id = drill.id and kind = 'acknowledged' order by happened_at limit 1) taker on true
  where drill.drilled_by_id is not null and (lantern_role() = 'operator'
    or (lantern_role() = 'authority-manager' and drill.authority_id = any (lantern_authorities())));
