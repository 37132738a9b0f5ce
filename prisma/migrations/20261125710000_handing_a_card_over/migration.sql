-- Control looks a child up for a crew and hands the card to them: to whoever is on a call sign, or to one person.

create table crew_call_sign (
    person_id uuid not null,
    organisation_id uuid not null,
    session_id uuid not null,
    call_sign text not null,
    since timestamptz(3) not null,
    left_at timestamptz(3),

    constraint crew_call_sign_pkey primary key (person_id, organisation_id)
);

create table card_handover (
    id uuid not null default gen_random_uuid(),
    request_id uuid not null,
    lookup_id uuid not null,
    organisation_id uuid not null,
    from_person_id uuid not null,
    call_sign text,
    handed_at timestamptz(3) not null,
    ends_at timestamptz(3) not null,
    withdrawn_at timestamptz(3),

    constraint card_handover_pkey primary key (id)
);

create table card_addressee (
    handover_id uuid not null,
    person_id uuid not null,
    phones integer not null,
    opened_at timestamptz(3),
    lookup_id uuid,

    constraint card_addressee_pkey primary key (handover_id, person_id)
);

alter table notice add column card_handover_id uuid;

create index crew_call_sign_organisation_id_call_sign_idx on crew_call_sign (organisation_id, call_sign);
create index crew_call_sign_session_id_idx on crew_call_sign (session_id);
create unique index card_handover_from_person_id_request_id_key on card_handover (from_person_id, request_id);
create index card_handover_lookup_id_idx on card_handover (lookup_id);
create index card_addressee_person_id_idx on card_addressee (person_id);
-- What runs twice tells a phone once.
create unique index notice_card_handover_id_device_id_key on notice (card_handover_id, device_id);

alter table crew_call_sign add constraint crew_call_sign_person_id_fkey
  foreign key (person_id) references person (id) on delete restrict on update cascade;
alter table crew_call_sign add constraint crew_call_sign_organisation_id_fkey
  foreign key (organisation_id) references organisation (id) on delete restrict on update cascade;
alter table crew_call_sign add constraint crew_call_sign_session_id_fkey
  foreign key (session_id) references session (id) on delete restrict on update cascade;
alter table card_handover add constraint card_handover_lookup_id_fkey
  foreign key (lookup_id) references lookup (id) on delete restrict on update cascade;
alter table card_handover add constraint card_handover_organisation_id_fkey
  foreign key (organisation_id) references organisation (id) on delete restrict on update cascade;
alter table card_handover add constraint card_handover_from_person_id_fkey
  foreign key (from_person_id) references person (id) on delete restrict on update cascade;
alter table card_addressee add constraint card_addressee_handover_id_fkey
  foreign key (handover_id) references card_handover (id) on delete restrict on update cascade;
alter table card_addressee add constraint card_addressee_person_id_fkey
  foreign key (person_id) references person (id) on delete restrict on update cascade;
alter table card_addressee add constraint card_addressee_lookup_id_fkey
  foreign key (lookup_id) references lookup (id) on delete set null on update cascade;
alter table notice add constraint notice_card_handover_id_fkey
  foreign key (card_handover_id) references card_handover (id) on delete set null on update cascade;

-- Short, never a name (those have no digit) and never an NHS number (those are ten digits).
alter table crew_call_sign add check (call_sign ~ '^[A-Z0-9][A-Z0-9 -]{0,10}[A-Z0-9]$' and call_sign ~ '[0-9]'
  and call_sign !~ '[0-9]([ -]?[0-9]){9}');
alter table crew_call_sign add check (left_at >= since);
alter table card_handover add check (call_sign ~ '^[A-Z0-9][A-Z0-9 -]{0,10}[A-Z0-9]$');
alter table card_handover add check (ends_at > handed_at and withdrawn_at >= handed_at);
alter table card_addressee add check (phones >= 0 and (opened_at is null) = (lookup_id is null));

alter table notice drop constraint notice_purpose_check;
alter table notice add check (purpose in (
  'alert', 'alarm', 'message', 'news', 'offer', 'withdrawal', 'referral', 'test', 'rota', 'reach', 'card'));
alter table notice add check ((purpose = 'card') = (card_handover_id is not null));

-- What the running role may do -----------------------------------------------------------------------------------

grant select, insert on crew_call_sign, card_handover, card_addressee to lantern_app;
grant update (session_id, call_sign, since, left_at) on crew_call_sign to lantern_app;
grant update (withdrawn_at) on card_handover to lantern_app;
grant update (opened_at, lookup_id) on card_addressee to lantern_app;

-- Who sees which rows --------------------------------------------------------------------------------------------

alter table crew_call_sign enable row level security;
create policy own on crew_call_sign for select to lantern_app using (person_id = lantern_person());
create policy own_adds on crew_call_sign for insert to lantern_app
  with check (person_id = lantern_person() and organisation_id = lantern_organisation());
create policy own_changes on crew_call_sign for update to lantern_app using (person_id = lantern_person());

-- Those who hand cards over and get them, of the same organisation; which of them exactly is decided by each rule.
alter table card_handover enable row level security;
create policy own_crews on card_handover for select to lantern_app
  using (lantern_system() is not null
    or (organisation_id = lantern_organisation() and lantern_role() in ('crew', 'control-room')));
create policy asker_adds on card_handover for insert to lantern_app
  with check (organisation_id = lantern_organisation() and from_person_id = lantern_person() and withdrawn_at is null
    and exists (select 1 from lookup where lookup.id = card_handover.lookup_id and lookup.person_id = lantern_person()));
create policy asker_withdraws on card_handover for update to lantern_app
  using (organisation_id = lantern_organisation() and from_person_id = lantern_person());

alter table card_addressee enable row level security;
create policy own_crews on card_addressee for select to lantern_app
  using (exists (select 1 from card_handover where card_handover.id = card_addressee.handover_id));
create policy asker_adds on card_addressee for insert to lantern_app
  with check (opened_at is null and exists (select 1 from card_handover
    where card_handover.id = card_addressee.handover_id and card_handover.from_person_id = lantern_person()));
create policy addressee_opens on card_addressee for update to lantern_app
  using (person_id = lantern_person()
    and exists (select 1 from card_handover where card_handover.id = card_addressee.handover_id));

-- Whoever handed a card over sees how far the notices of it came; the phones themselves stay their owners' secret.
create policy handed on notice for select to lantern_app
  using (exists (select 1 from card_handover
    where card_handover.id = notice.card_handover_id and card_handover.from_person_id = lantern_person()));

-- To whom a card can be handed: who of the actor's own organisation looks children up, has not signed out and was here
-- within 12 hours; on which call sign they are, and how many phones of theirs can be told. With the owner's rights,
-- since sessions and phones of others are nobody's to read; it says no more of them than that.
create function lantern_crew_at(asked_at timestamptz)
  returns table (person_id uuid, name text, call_sign text, phones integer)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select person.id, person.name, sign.call_sign,
      (select count(*)::int from device where device.person_id = person.id and device.channel = 'push'
        and device.retired_at is null and device.lost_at is null)
    from person
      join (select distinct session.person_id from session
            where session.organisation_id = lantern_organisation() and session.role in ('crew', 'control-room')
              and session.ended_at is null and session.last_seen_at > asked_at - interval '12 hours') here
        on here.person_id = person.id
      left join (select crew_call_sign.person_id, crew_call_sign.call_sign
                 from crew_call_sign join session on session.id = crew_call_sign.session_id
                 where crew_call_sign.organisation_id = lantern_organisation() and crew_call_sign.left_at is null
                   and crew_call_sign.since > asked_at - interval '12 hours'
                   and (session.ended_at is null or session.ended_by = 'replaced')) sign
        on sign.person_id = person.id
    where lantern_role() in ('crew', 'control-room') and person.id <> lantern_person() $$;
revoke all on function lantern_crew_at(timestamptz) from public;
grant execute on function lantern_crew_at(timestamptz) to lantern_app;
