-- Can everybody on the coming rota be reached? What phones said of themselves, checks of rotas, and who was told.

alter table device add column lost_at timestamptz(3), add column lost_as text;
alter table device add check ((lost_at is null) = (lost_as is null) and lost_as in ('permission', 'subscription'));

-- Whoever is found not to be reachable is told so themselves too.
alter table notice drop constraint notice_purpose_check;
alter table notice add check (purpose in (
  'alert', 'alarm', 'message', 'offer', 'withdrawal', 'referral', 'test', 'rota', 'reach'));

create table reach_check (
    id uuid not null default uuidv7(),
    duty_team_id uuid not null,
    reason text not null,
    due_at timestamptz(3) not null,
    asked_by_id uuid,
    done_at timestamptz(3),
    gaps integer not null default 0,
    managers_told integer not null default 0,

    constraint reach_check_pkey primary key (id)
);

create table reach_result (
    id uuid not null default uuidv7(),
    duty_team_id uuid not null,
    person_id uuid not null,
    checked_at timestamptz(3) not null,
    level text not null,
    reasons jsonb not null,
    last_proven_at timestamptz(3),
    starts_at timestamptz(3) not null,
    ends_at timestamptz(3) not null,

    constraint reach_result_pkey primary key (id)
);

create table reach_telling (
    organisation_id uuid not null,
    gap text not null,
    duty_day date not null,
    told_at timestamptz(3) not null,

    constraint reach_telling_pkey primary key (organisation_id, duty_day, gap)
);

create unique index reach_check_duty_team_id_reason_due_at_key on reach_check (duty_team_id, reason, due_at);
create index reach_result_duty_team_id_person_id_checked_at_idx on reach_result (duty_team_id, person_id, checked_at);
create index reach_result_person_id_idx on reach_result (person_id);

alter table reach_check add constraint reach_check_duty_team_id_fkey
  foreign key (duty_team_id) references duty_team (id) on delete restrict on update cascade;
alter table reach_check add constraint reach_check_asked_by_id_fkey
  foreign key (asked_by_id) references person (id) on delete set null on update cascade;
alter table reach_result add constraint reach_result_duty_team_id_fkey
  foreign key (duty_team_id) references duty_team (id) on delete restrict on update cascade;
alter table reach_result add constraint reach_result_person_id_fkey
  foreign key (person_id) references person (id) on delete restrict on update cascade;
alter table reach_telling add constraint reach_telling_organisation_id_fkey
  foreign key (organisation_id) references organisation (id) on delete restrict on update cascade;

alter table reach_check add check (reason in ('evening', 'shift', 'asked') and (reason = 'asked') = (asked_by_id is not null));
alter table reach_result add check (level in ('reachable', 'doubtful', 'unreachable') and jsonb_typeof(reasons) = 'array');

grant select, insert on reach_check, reach_result, reach_telling to lantern_app;
grant update (done_at, gaps, managers_told) on reach_check to lantern_app;

-- A check is looked at, and asked for, by managers of whom the team works for; the service does it.
alter table reach_check enable row level security;
create policy manager on reach_check for select to lantern_app
  using (lantern_system() is not null
    or (lantern_role() = 'authority-manager' and lantern_sees_team(duty_team_id)));
create policy system_adds on reach_check for insert to lantern_app with check (lantern_system() = 'worker');
create policy manager_asks on reach_check for insert to lantern_app
  with check (lantern_role() = 'authority-manager' and lantern_sees_team(duty_team_id)
    and reason = 'asked' and asked_by_id = lantern_person() and done_at is null and gaps = 0 and managers_told = 0);
create policy system_changes on reach_check for update to lantern_app using (lantern_system() = 'worker');

alter table reach_result enable row level security;
create policy manager on reach_result for select to lantern_app
  using (lantern_system() is not null
    or (lantern_role() = 'authority-manager' and lantern_sees_team(duty_team_id)));
create policy system_adds on reach_result for insert to lantern_app with check (lantern_system() = 'worker');

alter table reach_telling enable row level security;
create policy system_only on reach_telling for select to lantern_app using (lantern_system() = 'worker');
create policy system_adds on reach_telling for insert to lantern_app with check (lantern_system() = 'worker');
