-- Can tonight be trusted? Managers ask it of their authorities, operators of all: who is on call and whether they can be
-- reached, what waits, how old the lists are, whether pushes leave. No child, no alert's id and no address of anybody.

-- An operator reads rotas, to see where nobody is on call.
create policy operator on duty_team for select to lantern_app using (lantern_role() = 'operator');
-- It is asked for every row of a rota, and costs more than all else: never of operators, whom it gives nothing.
drop policy told_besides on duty_team;
create policy told_besides on duty_team for select to lantern_app
  using (lantern_role() is distinct from 'operator' and lantern_told_besides(id));
-- They would follow their team; asked of the team for each row of 153 rotas that takes seconds. A policy whose name comes
-- later is asked earlier.
create policy seen_by_operator on shift for select to lantern_app using (lantern_role() = 'operator');
create policy seen_by_operator on shift_pattern for select to lantern_app using (lantern_role() = 'operator');
create policy seen_by_operator on shift_change for select to lantern_app using (lantern_role() = 'operator');
create policy seen_by_operator on ladder_rung for select to lantern_app using (lantern_role() = 'operator');
create policy seen_by_operator on ladder_target for select to lantern_app using (lantern_role() = 'operator');
-- A ladder may tell everybody with a role at an authority: without knowing them, a rung would look empty.
create policy operator on role_assignment for select to lantern_app
  using (lantern_role() = 'operator'
    and exists (select 1 from organisation where organisation.id = organisation_id and kind = 'authority'));

-- What checks of rotas found. Why somebody cannot be reached is their managers' to know.
create view reach_fact with (security_barrier) as
  select id, duty_team_id, person_id, checked_at, level, last_proven_at,
    case when lantern_role() = 'authority-manager' then reasons else '[]'::jsonb end as reasons
  from reach_result
  where lantern_role() = 'operator' or (lantern_role() = 'authority-manager' and lantern_sees_team(duty_team_id));

-- Lists that were applied: which, and how many numbers were skipped before.
create view list_fact with (security_barrier) as
  select authority_id, sequence, gap_count from feed
  where kind = 'list' and state = 'applied' and (lantern_role() = 'operator'
    or (lantern_role() = 'authority-manager' and authority_id = any (lantern_authorities())));

-- How each push service answered, whoever was pushed to and for whatever reason.
create view push_fact with (security_barrier) as
  select notice.queued_at, device.push_host, notice.accepted_at, notice.last_status_code,
    notice.last_answer is not null as is_answered
  from notice join device on device.id = notice.device_id
  where lantern_counts_all() or lantern_role() = 'authority-manager';

grant select on reach_fact, list_fact, push_fact to lantern_app;

-- Alerts in earnest that nobody has taken: when each was raised, and whether its whole ladder was tried in vain. A view
-- would ask the standing with the caller's rights, to whom the events are hidden. Older ones than `since` are found by the
-- climb that is still to do: looking at every alert there ever was takes longer each year.
create function lantern_waiting_alerts(since timestamptz)
  returns table (authority_id uuid, raised_at timestamptz, is_unreached boolean)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select alert.authority_id, alert.raised_at,
      exists (select 1 from alert_event where alert_event.alert_id = alert.id and kind = 'unreached')
    from alert
    where alert.id in (
        select young.id from alert young where young.raised_at > since
        union select (job ->> 'alertId')::uuid from outbox where outbox.kind = 'climb-alert')
      and alert.drilled_by_id is null
      and (lantern_role() = 'operator'
        or (lantern_role() = 'authority-manager' and alert.authority_id = any (lantern_authorities())))
      and lantern_alert_standing(alert.id) = 'waiting' $$;
revoke all on function lantern_waiting_alerts(timestamptz) from public;
grant execute on function lantern_waiting_alerts(timestamptz) to lantern_app;
