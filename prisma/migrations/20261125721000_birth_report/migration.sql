-- The baby of a woman whose unborn child is on a plan is born: what whoever is with her says of it.

CREATE TABLE "birth_report" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "alert_id" UUID NOT NULL,
    "lookup_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "born_at" TIMESTAMPTZ(3) NOT NULL,
    "sex" TEXT NOT NULL,
    "child_nhs_number" CHAR(10),
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "birth_report_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "birth_report_alert_id_reported_at_idx" ON "birth_report"("alert_id", "reported_at");

ALTER TABLE "birth_report" ADD CONSTRAINT "birth_report_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "birth_report" ADD CONSTRAINT "birth_report_lookup_id_fkey" FOREIGN KEY ("lookup_id") REFERENCES "lookup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "birth_report" ADD CONSTRAINT "birth_report_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table birth_report add check (sex in ('girl', 'boy', 'not-said'));
alter table birth_report add check (born_at <= reported_at);

alter table alert_event drop constraint alert_event_kind_check;
alter table alert_event add check (kind in (
  'raised', 'viewed-again', 'new-setting', 'missed-again', 'unidentified', 'worried', 'deferred', 'notified',
  'nobody-on-call', 'nobody-reachable', 'shown', 'opened', 'acknowledged', 'escalated', 'unreached', 'notice-failed',
  'not-shown', 'declined', 'alarmed', 'nobody-alarmed', 'offered', 'accepted', 'promised', 'closed', 'reopened',
  'child-seen', 'not-there', 'wrong-child', 'born', 'reviewed', 'departed', 'summary', 'referred', 'decided'));

-- What the running role may do -----------------------------------------------------------------------------------

grant select, insert on birth_report to lantern_app;

-- Who sees which rows --------------------------------------------------------------------------------------------

-- Whoever sees the alert; added by whoever signs it, from a look of their own.
alter table birth_report enable row level security;
create policy both_sides on birth_report for select to lantern_app
  using (lantern_system() is not null or exists (select 1 from alert where alert.id = birth_report.alert_id));
create policy reporter_adds on birth_report for insert to lantern_app
  with check (person_id = lantern_person()
    and exists (select 1 from alert where alert.id = birth_report.alert_id)
    and exists (select 1 from lookup where lookup.id = birth_report.lookup_id
      and lookup.person_id = lantern_person()));
