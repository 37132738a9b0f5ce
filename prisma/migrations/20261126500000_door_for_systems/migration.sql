-- A person who acts through another system has a session of their own for it, which ends with the issuer's.
alter table session add column door text not null default 'people';
alter table session add constraint session_door_known check (door in ('people', 'systems'));

-- As before, but that nobody can be handed a card who is here through another system only: no screen of ours is open.
create or replace function lantern_crew_at(asked_at timestamptz)
  returns table (person_id uuid, name text, call_sign text, phones integer)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select person.id, person.name, sign.call_sign,
      (select count(*)::int from device where device.person_id = person.id and device.channel = 'push'
        and device.retired_at is null and device.lost_at is null)
    from person
      join (select distinct session.person_id from session
            where session.organisation_id = lantern_organisation() and session.role in ('crew', 'control-room')
              and session.door = 'people'
              and session.ended_at is null and session.last_seen_at > asked_at - interval '12 hours') here
        on here.person_id = person.id
      left join (select crew_call_sign.person_id, crew_call_sign.call_sign
                 from crew_call_sign join session on session.id = crew_call_sign.session_id
                 where crew_call_sign.organisation_id = lantern_organisation() and crew_call_sign.left_at is null
                   and crew_call_sign.since > asked_at - interval '12 hours'
                   and (session.ended_at is null or session.ended_by = 'replaced')) sign
        on sign.person_id = person.id
    where lantern_role() in ('crew', 'control-room') and person.id <> lantern_person() $$;
