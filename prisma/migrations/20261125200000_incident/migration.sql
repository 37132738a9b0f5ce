-- The incident: what is asked about several children of one call-out belongs together.

ALTER TABLE "lookup" ADD COLUMN     "incident_id" UUID;

ALTER TABLE "attendance" ADD COLUMN     "incident_id" UUID;

ALTER TABLE "alert" ADD COLUMN     "incident_id" UUID;

CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "care_setting_id" UUID NOT NULL,
    "call_number" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "unidentified" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "incident_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "count" INTEGER NOT NULL,
    "age_guess" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unidentified_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "incident_organisation_id_call_number_opened_at_idx" ON "incident"("organisation_id", "call_number", "opened_at");

CREATE INDEX "incident_person_id_opened_at_idx" ON "incident"("person_id", "opened_at");

CREATE UNIQUE INDEX "incident_id_organisation_id_key" ON "incident"("id", "organisation_id");

CREATE INDEX "unidentified_incident_id_recorded_at_idx" ON "unidentified"("incident_id", "recorded_at");

CREATE UNIQUE INDEX "unidentified_person_id_request_id_key" ON "unidentified"("person_id", "request_id");

CREATE INDEX "lookup_incident_id_idx" ON "lookup"("incident_id");

ALTER TABLE "incident" ADD CONSTRAINT "incident_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "incident" ADD CONSTRAINT "incident_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "incident" ADD CONSTRAINT "incident_care_setting_id_fkey" FOREIGN KEY ("care_setting_id") REFERENCES "care_setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "unidentified" ADD CONSTRAINT "unidentified_incident_id_organisation_id_fkey" FOREIGN KEY ("incident_id", "organisation_id") REFERENCES "incident"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "unidentified" ADD CONSTRAINT "unidentified_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "unidentified" ADD CONSTRAINT "unidentified_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "lookup" ADD CONSTRAINT "lookup_incident_id_organisation_id_fkey" FOREIGN KEY ("incident_id", "organisation_id") REFERENCES "incident"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "attendance" ADD CONSTRAINT "attendance_incident_id_organisation_id_fkey" FOREIGN KEY ("incident_id", "organisation_id") REFERENCES "incident"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "alert" ADD CONSTRAINT "alert_incident_id_organisation_id_fkey" FOREIGN KEY ("incident_id", "organisation_id") REFERENCES "incident"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Words that are closed lists, and what belongs together ---------------------------------------------------------

-- Short, never a name (those have no digit) and never an NHS number (those are ten digits).
alter table incident add check (call_number ~ '^[A-Z0-9-]{2,12}$' and call_number ~ '[0-9]' and call_number !~ '^[0-9]{10}$');
alter table incident add check (ended_at >= opened_at);
alter table unidentified add check (count between 0 and 20);
alter table unidentified add check (age_guess in ('baby', 'under-5', '5-to-11', '12-to-17', 'different', 'unknown'));

alter table alert_event drop constraint alert_event_kind_check;
alter table alert_event add check (kind in (
  'raised', 'viewed-again', 'new-setting', 'unidentified', 'notified', 'nobody-on-call', 'nobody-reachable', 'shown',
  'opened', 'acknowledged', 'escalated', 'unreached', 'notice-failed', 'not-shown', 'declined', 'alarmed',
  'nobody-alarmed', 'offered', 'accepted', 'promised', 'closed', 'reopened', 'child-seen', 'not-there', 'wrong-child',
  'reviewed', 'departed', 'summary', 'referred', 'decided'));
alter table notice drop constraint notice_purpose_check;
alter table notice add check (purpose in (
  'alert', 'alarm', 'message', 'news', 'offer', 'withdrawal', 'referral', 'test', 'rota', 'reach'));
-- A look folds into an alert once, whatever it is called there.
create unique index alert_event_new_setting_once on alert_event (alert_id, lookup_id) where kind = 'new-setting';

-- The events that are looks at the record. The same as `lookKinds` in server/vocabulary/alert-event.ts.
create function lantern_is_look(kind text) returns boolean language sql immutable parallel safe
  as $$ select kind in ('raised', 'viewed-again', 'new-setting') $$;

create or replace function lantern_alert_standing(asked uuid) returns text language sql stable parallel safe
  as $$ select case
    when (select kind from alert_event where alert_id = asked and kind in ('closed', 'reopened')
          order by happened_at desc, id desc limit 1) = 'closed' then 'ended'
    when exists (select 1 from alert_event where alert_id = asked and kind in ('acknowledged', 'reopened')) then 'held'
    when exists (select 1 from alert_event where alert_id = asked and kind = 'wrong-child')
      and not exists (select 1 from alert_event look where look.alert_id = asked
        and lantern_is_look(look.kind) and not exists (select 1 from alert_event wrong
          where wrong.alert_id = asked and wrong.kind = 'wrong-child' and wrong.lookup_id = look.lookup_id)) then 'ended'
    else 'waiting' end $$;

create or replace view lookup_fact with (security_barrier) as
  select id as lookup_id, asked_at, organisation_id, care_setting_id, null::uuid as authority_id, mode, answer
  from lookup
  where lantern_counts_all() or (lantern_role() = 'health-manager' and organisation_id = lantern_organisation())
  union all
  select distinct lookup.id, lookup.asked_at, lookup.organisation_id, lookup.care_setting_id, alert.authority_id,
    lookup.mode, lookup.answer
  from alert
    join alert_event event on event.alert_id = alert.id and lantern_is_look(event.kind)
    join lookup on lookup.id = event.lookup_id
  where lantern_role() = 'authority-manager' and alert.authority_id = any (lantern_authorities());

-- What the running role may do -----------------------------------------------------------------------------------

grant select, insert on incident, unidentified to lantern_app;
grant update (ended_at) on incident to lantern_app;

-- Who sees which rows --------------------------------------------------------------------------------------------

-- The organisation that opened it, and every authority that was told of one of its looks.
alter table incident enable row level security;
create policy asker_or_told on incident for select to lantern_app
  using (organisation_id = lantern_organisation() or lantern_system() is not null
    or exists (select 1 from lookup where lookup.incident_id = incident.id));
create policy asker_adds on incident for insert to lantern_app
  with check (organisation_id = lantern_organisation() and person_id = lantern_person());
create policy own_ends on incident for update to lantern_app
  using (organisation_id = lantern_organisation() and person_id = lantern_person());

alter table unidentified enable row level security;
create policy asker_or_told on unidentified for select to lantern_app
  using (lantern_system() is not null
    or exists (select 1 from incident where incident.id = unidentified.incident_id));
create policy asker_adds on unidentified for insert to lantern_app
  with check (organisation_id = lantern_organisation() and person_id = lantern_person());
