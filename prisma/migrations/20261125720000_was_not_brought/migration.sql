-- A child was not brought to an appointment: an alert of its own kind, and the facts of each report.

alter table alert add column kind text not null default 'look-up';
alter table alert add check (kind in ('look-up', 'was-not-brought'));
-- A practice alert is about no child, and hence about no appointment.
alter table alert add check (kind = 'look-up' or subject_id is not null);

CREATE TABLE "missed_appointment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "alert_id" UUID NOT NULL,
    "lookup_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "care_setting_id" UUID NOT NULL,
    "appointment_kind" TEXT NOT NULL,
    "missed_at" TIMESTAMPTZ(3) NOT NULL,
    "missed_before" INTEGER,
    "family_reason" TEXT,
    "follow_up" TEXT NOT NULL,
    "call_back_number" TEXT NOT NULL,
    "is_worried" BOOLEAN NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "missed_appointment_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "missed_appointment_lookup_id_idx" ON "missed_appointment"("lookup_id");

CREATE INDEX "missed_appointment_organisation_id_reported_at_idx" ON "missed_appointment"("organisation_id", "reported_at");

CREATE UNIQUE INDEX "missed_appointment_alert_id_lookup_id_key" ON "missed_appointment"("alert_id", "lookup_id");

ALTER TABLE "missed_appointment" ADD CONSTRAINT "missed_appointment_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "missed_appointment" ADD CONSTRAINT "missed_appointment_lookup_id_fkey" FOREIGN KEY ("lookup_id") REFERENCES "lookup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "missed_appointment" ADD CONSTRAINT "missed_appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "missed_appointment" ADD CONSTRAINT "missed_appointment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "missed_appointment" ADD CONSTRAINT "missed_appointment_care_setting_id_fkey" FOREIGN KEY ("care_setting_id") REFERENCES "care_setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Words that are closed lists ------------------------------------------------------------------------------------

alter table missed_appointment add check (appointment_kind in (
  'dental', 'paediatric', 'mental-health', 'speech-and-language', 'immunisation', 'health-visitor', 'antenatal',
  'other'));
alter table missed_appointment add check (follow_up in ('rebooked', 'tried-to-ring', 'nothing-yet'));
alter table missed_appointment add check (missed_before between 0 and 50);
alter table missed_appointment add check (length(family_reason) <= 500);
alter table missed_appointment add check (missed_at <= reported_at);

alter table alert_event drop constraint alert_event_kind_check;
alter table alert_event add check (kind in (
  'raised', 'viewed-again', 'new-setting', 'missed-again', 'unidentified', 'worried', 'deferred', 'notified',
  'nobody-on-call', 'nobody-reachable', 'shown', 'opened', 'acknowledged', 'escalated', 'unreached', 'notice-failed',
  'not-shown', 'declined', 'alarmed', 'nobody-alarmed', 'offered', 'accepted', 'promised', 'closed', 'reopened',
  'child-seen', 'not-there', 'wrong-child', 'reviewed', 'departed', 'summary', 'referred', 'decided'));
-- A report joins an alert once.
create unique index alert_event_missed_again_once on alert_event (alert_id, lookup_id) where kind = 'missed-again';

-- The events that are looks at the record, or reports made from one. The same as `lookKinds` in
-- server/vocabulary/alert-event.ts.
create or replace function lantern_is_look(kind text) returns boolean language sql immutable parallel safe
  as $$ select kind in ('raised', 'viewed-again', 'new-setting', 'missed-again') $$;

-- Figures of looks and of how fast they are answered: a report that waits until the morning on purpose would spoil both.
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
  where alert.kind = 'look-up' and lantern_role() = 'authority-manager'
    and alert.authority_id = any (lantern_authorities());

create or replace view alert_fact with (security_barrier) as
  select alert.id as alert_id, alert.reference, alert.raised_at, alert.authority_id, alert.organisation_id,
    alert.care_setting_id, stage.shown_at, stage.taken_at, stage.unreached_at
  from alert cross join lateral (
    select min(happened_at) filter (where kind = 'shown') as shown_at,
      min(happened_at) filter (where kind = 'acknowledged') as taken_at,
      min(happened_at) filter (where kind = 'unreached') as unreached_at
    from alert_event where alert_event.alert_id = alert.id) stage
  where alert.drilled_by_id is null and alert.kind = 'look-up' and (lantern_counts_all()
    or (lantern_role() = 'authority-manager' and alert.authority_id = any (lantern_authorities()))
    or (lantern_role() = 'health-manager' and alert.organisation_id = lantern_organisation()));

-- What the running role may do -----------------------------------------------------------------------------------

grant select, insert on missed_appointment to lantern_app;

-- Who sees which rows --------------------------------------------------------------------------------------------

-- Whoever sees the alert; a report is made by whoever signs it, from a look of their own, on an alert of theirs.
alter table missed_appointment enable row level security;
create policy both_sides on missed_appointment for select to lantern_app
  using (lantern_system() is not null or exists (select 1 from alert where alert.id = missed_appointment.alert_id));
create policy reporter_adds on missed_appointment for insert to lantern_app
  with check (organisation_id = lantern_organisation() and person_id = lantern_person()
    and exists (select 1 from alert where alert.id = missed_appointment.alert_id
      and alert.kind = 'was-not-brought' and alert.organisation_id = lantern_organisation())
    and exists (select 1 from lookup where lookup.id = missed_appointment.lookup_id
      and lookup.person_id = lantern_person()));
