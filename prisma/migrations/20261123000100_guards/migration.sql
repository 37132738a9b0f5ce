-- Who may see and change which rows. Rules decide first (server/domain); this is the second fence.
--
-- The running role owns nothing and bypasses nothing. Each transaction says on whose behalf it runs as its first
-- statement (server/db/work.ts); without that, these functions give null and every policy below refuses.

create function lantern_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lantern.person', true), '')::uuid $$;
create function lantern_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('lantern.organisation', true), '')::uuid $$;
create function lantern_role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('lantern.role', true), '') $$;
-- Authorities whose register and alerts the person works for.
create function lantern_authorities() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('lantern.authorities', true), ''), '{}')::uuid[] $$;
-- Name of the part of the service that acts by itself.
create function lantern_system() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('lantern.system', true), '') $$;
-- The one NHS number that this transaction asks about: health staff see no other person's rows.
create function lantern_asked_number() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('lantern.asked_number', true), '') $$;
create function lantern_has_actor() returns boolean language sql stable parallel safe
  as $$ select lantern_person() is not null or lantern_system() is not null $$;

-- What a column may hold ---------------------------------------------------------------------------------------

alter table organisation add check (kind in ('authority', 'health', 'service'));
alter table subject add check (nhs_number ~ '^[0-9]{10}$');
alter table plan add check (kind in ('child-protection', 'looked-after', 'unborn'));
alter table plan add check (end_on is null or end_on >= start_on);
alter table plan add check ((kind = 'unborn') = (due_on is not null));
alter table lookup add check (mode in ('unscheduled', 'scheduled'));
alter table lookup add check (answer in ('held', 'none-held', 'could-not-check'));
alter table lookup add check (nhs_number ~ '^[0-9]{10}$');
alter table shift add check (ends_at > starts_at and rung >= 1);
alter table alert_event add check (kind in (
  'raised', 'viewed-again', 'notified', 'nobody-on-call', 'nobody-reachable', 'shown', 'opened', 'acknowledged',
  'escalated', 'unreached', 'notice-failed'));
alter table audit add check (actor_kind in ('person', 'system'));
alter table audit add check (outcome in ('done', 'refused', 'failed'));

-- Two people take an alert at once: the first wins.
create unique index alert_event_first_acknowledgement on alert_event (alert_id) where kind = 'acknowledged';
create unique index alert_event_raised_once on alert_event (alert_id) where kind = 'raised';
-- A lookup folds into an alert once.
create unique index alert_event_viewed_again_once on alert_event (alert_id, lookup_id) where kind = 'viewed-again';

-- What the running role may do ---------------------------------------------------------------------------------

grant usage on schema public to lantern_app;
grant select on organisation, care_setting, authority_contact, duty_team, duty_team_authority, shift, person,
  role_assignment, session, subject, plan, register_state, feed_token, feed, row_problem, lookup, attendance, alert,
  alert_event, device, push_attempt, outbox, worker_heartbeat, audit to lantern_app;
grant insert on person, role_assignment, session, subject, plan, register_state, feed_token, feed, row_problem,
  lookup, attendance, alert, alert_event, device, push_attempt, outbox, worker_heartbeat, audit to lantern_app;
grant update on person, role_assignment, session, subject, plan, register_state, feed_token, device, push_attempt,
  outbox, worker_heartbeat to lantern_app;
grant delete on outbox, worker_heartbeat to lantern_app;
grant usage, select on sequence outbox_id_seq to lantern_app;

-- Who sees which rows ------------------------------------------------------------------------------------------

alter table organisation enable row level security;
create policy known on organisation for select to lantern_app using (lantern_has_actor());

alter table care_setting enable row level security;
create policy known on care_setting for select to lantern_app using (lantern_has_actor());

alter table authority_contact enable row level security;
create policy known on authority_contact for select to lantern_app using (lantern_has_actor());

alter table duty_team enable row level security;
create policy own on duty_team for select to lantern_app
  using (lantern_system() is not null or host_organisation_id = lantern_organisation()
    or exists (select 1 from duty_team_authority served
               where served.duty_team_id = duty_team.id and served.authority_id = any (lantern_authorities())));

-- Which team serves which authority is needed by everyone who raises an alert, and is no secret.
alter table duty_team_authority enable row level security;
create policy known on duty_team_authority for select to lantern_app using (lantern_has_actor());

alter table shift enable row level security;
create policy own on shift for select to lantern_app
  using (lantern_system() is not null or exists (select 1 from duty_team where duty_team.id = shift.duty_team_id));

-- Names of staff are shown to those whom they deal with ("taken by ..."); only sign-in writes them.
alter table person enable row level security;
create policy known on person for select to lantern_app using (lantern_has_actor());
create policy sign_in_adds on person for insert to lantern_app with check (lantern_system() = 'sign-in');
create policy sign_in_changes on person for update to lantern_app using (lantern_system() = 'sign-in');

alter table role_assignment enable row level security;
create policy own on role_assignment for select to lantern_app
  using (lantern_system() = 'sign-in' or person_id = lantern_person());
create policy sign_in_adds on role_assignment for insert to lantern_app with check (lantern_system() = 'sign-in');
create policy sign_in_changes on role_assignment for update to lantern_app using (lantern_system() = 'sign-in');

alter table session enable row level security;
create policy own on session for select to lantern_app
  using (lantern_system() = 'sign-in' or person_id = lantern_person());
create policy sign_in_adds on session for insert to lantern_app with check (lantern_system() = 'sign-in');
create policy own_changes on session for update to lantern_app
  using (lantern_system() = 'sign-in' or person_id = lantern_person());

alter table subject enable row level security;
create policy asked_or_own on subject for select to lantern_app
  using (nhs_number = lantern_asked_number() or superseded_by = lantern_asked_number()
    or authority_id = any (lantern_authorities()) or lantern_system() is not null);
create policy own_adds on subject for insert to lantern_app
  with check (authority_id = any (lantern_authorities()) or lantern_system() = 'feed-door');
create policy own_changes on subject for update to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'feed-door');

alter table plan enable row level security;
create policy asked_or_own on plan for select to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() is not null
    or exists (select 1 from subject where subject.id = plan.subject_id));
create policy own_adds on plan for insert to lantern_app
  with check (authority_id = any (lantern_authorities()) or lantern_system() = 'feed-door');
create policy own_changes on plan for update to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'feed-door');

-- How fresh a list is belongs on every card.
alter table register_state enable row level security;
create policy known on register_state for select to lantern_app using (lantern_has_actor());
create policy own_adds on register_state for insert to lantern_app
  with check (authority_id = any (lantern_authorities()) or lantern_system() = 'feed-door');
create policy own_changes on register_state for update to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'feed-door');

alter table feed_token enable row level security;
create policy own on feed_token for select to lantern_app
  using (authority_id = lantern_organisation() or lantern_system() = 'feed-door');
create policy own_adds on feed_token for insert to lantern_app with check (authority_id = lantern_organisation());
create policy own_changes on feed_token for update to lantern_app using (authority_id = lantern_organisation());

alter table feed enable row level security;
create policy own on feed for select to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() is not null);
create policy own_adds on feed for insert to lantern_app
  with check (authority_id = any (lantern_authorities()) or lantern_system() = 'feed-door');

alter table row_problem enable row level security;
create policy own on row_problem for select to lantern_app
  using (authority_id = any (lantern_authorities()) or lantern_system() = 'feed-door');
create policy own_adds on row_problem for insert to lantern_app
  with check (authority_id = any (lantern_authorities()) or lantern_system() = 'feed-door');

-- An authority's people see the alert; those of the organisation that asked see it too, to learn what came of it.
alter table alert enable row level security;
create policy both_sides on alert for select to lantern_app
  using (authority_id = any (lantern_authorities()) or organisation_id = lantern_organisation()
    or lantern_system() is not null);
create policy asker_adds on alert for insert to lantern_app with check (organisation_id = lantern_organisation());

alter table alert_event enable row level security;
create policy both_sides on alert_event for select to lantern_app
  using (lantern_system() is not null or exists (select 1 from alert where alert.id = alert_event.alert_id));
create policy both_sides_add on alert_event for insert to lantern_app
  with check (lantern_system() is not null or exists (select 1 from alert where alert.id = alert_event.alert_id));

alter table lookup enable row level security;
create policy asker_or_told on lookup for select to lantern_app
  using (organisation_id = lantern_organisation() or lantern_system() is not null
    or exists (select 1 from alert where alert.lookup_id = lookup.id)
    or exists (select 1 from alert_event where alert_event.lookup_id = lookup.id));
create policy asker_adds on lookup for insert to lantern_app
  with check (organisation_id = lantern_organisation() and person_id = lantern_person());

alter table attendance enable row level security;
create policy asked_or_own on attendance for select to lantern_app
  using (nhs_number = lantern_asked_number() or organisation_id = lantern_organisation()
    or lantern_system() is not null
    or exists (select 1 from subject
               where subject.nhs_number = attendance.nhs_number and subject.authority_id = any (lantern_authorities())));
create policy asker_adds on attendance for insert to lantern_app
  with check (organisation_id = lantern_organisation() and person_id = lantern_person());

alter table device enable row level security;
create policy own on device for select to lantern_app
  using (person_id = lantern_person() or lantern_system() is not null);
create policy own_adds on device for insert to lantern_app with check (person_id = lantern_person());
create policy own_changes on device for update to lantern_app
  using (person_id = lantern_person() or lantern_system() is not null);

alter table push_attempt enable row level security;
create policy both_sides on push_attempt for select to lantern_app
  using (lantern_system() is not null or exists (select 1 from alert where alert.id = push_attempt.alert_id));
create policy worker_adds on push_attempt for insert to lantern_app with check (lantern_system() is not null);
create policy worker_changes on push_attempt for update to lantern_app using (lantern_system() is not null);

-- Anybody who acts may leave work to do; only the worker takes it.
alter table outbox enable row level security;
create policy known_adds on outbox for insert to lantern_app with check (lantern_has_actor());
create policy system_reads on outbox for select to lantern_app using (lantern_system() is not null);
create policy system_changes on outbox for update to lantern_app using (lantern_system() is not null);
create policy system_removes on outbox for delete to lantern_app using (lantern_system() is not null);

alter table worker_heartbeat enable row level security;
create policy system_only on worker_heartbeat for all to lantern_app using (lantern_system() is not null);

-- An audit row can be added in one's own name only, and read by the privacy officer of the organisation only.
alter table audit enable row level security;
create policy own_adds on audit for insert to lantern_app
  with check (lantern_system() is not null
    or (person_id = lantern_person() and organisation_id = lantern_organisation()));
create policy privacy_officer on audit for select to lantern_app
  using (organisation_id = lantern_organisation() and lantern_role() = 'privacy-officer');

-- The check of every call ---------------------------------------------------------------------------------------

-- Who stands behind a session, in one round trip and before any actor is known; hence with the owner's rights.
-- `state` is open, idle, expired or ended. An open session is marked as seen, at most once a minute.
create function session_actor(asked_session uuid, asked_at timestamptz)
  returns table (state text, person_id uuid, name text, role text, organisation_id uuid, organisation_name text,
    authority_ids uuid[], care_setting_id uuid, care_setting_name text)
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  update session set last_seen_at = asked_at
    where session.id = asked_session and ended_at is null and expires_at > asked_at
      and last_seen_at < asked_at - interval '1 minute'
      and last_seen_at > asked_at - make_interval(mins => idle_minutes);
  return query
    select case when s.ended_at is not null then 'ended'
                when s.expires_at <= asked_at then 'expired'
                when s.last_seen_at <= asked_at - make_interval(mins => s.idle_minutes) then 'idle'
                else 'open' end,
      s.person_id, p.name, s.role, s.organisation_id, o.name,
      case when o.kind <> 'authority' then '{}'::uuid[]
           when s.role = 'duty-social-worker' then
             array(select served.authority_id from duty_team_authority served
                     join duty_team team on team.id = served.duty_team_id
                     where team.host_organisation_id = o.id
                   union select o.id)
           else array[o.id] end,
      s.care_setting_id, c.name
    from session s join person p on p.id = s.person_id join organisation o on o.id = s.organisation_id
      left join care_setting c on c.id = s.care_setting_id
    where s.id = asked_session;
end $$;
revoke all on function session_actor(uuid, timestamptz) from public;
grant execute on function session_actor(uuid, timestamptz) to lantern_app;
